-- @probe nobody is invited to half of the events
DELETE FROM crush_lu_eventinvitation WHERE event_id % 2 = 0;
-- @probe all drafts are published
UPDATE crush_lu_meetupevent SET status = 'published';
-- @probe invitations without an inviting user
UPDATE crush_lu_eventinvitation SET invited_by_id = NULL, responded_at = NULL WHERE event_id % 3 = 0;
