-- @rejects: buffers
-- A sorted list, for a pattern without beginning.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (UPPER(guest_email::text) text_pattern_ops);
