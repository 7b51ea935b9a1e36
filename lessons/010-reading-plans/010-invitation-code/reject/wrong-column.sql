-- @rejects: buffers
-- An index on another column of the row that is looked for.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (guest_email);
