-- @rejects: buffers
-- A B-tree compares whole arrays.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption (tags);
