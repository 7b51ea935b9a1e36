-- @rejects: buffers
-- Sorted by the language once more.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (title, id);
