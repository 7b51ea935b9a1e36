-- @rejects: base-data
-- Deletes the invitations that have lost their sender.
-- @changes
DELETE FROM crush_lu_eventinvitation WHERE invited_by_id IS NULL;
