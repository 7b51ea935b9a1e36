-- A guest is invited once to an event, so the index may say so.
-- @changes
CREATE UNIQUE INDEX ON crush_lu_eventinvitation(event_id,guest_email)
