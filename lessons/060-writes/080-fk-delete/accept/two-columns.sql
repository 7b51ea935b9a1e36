-- An index that begins with the column will do as well.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (event_id, status);
