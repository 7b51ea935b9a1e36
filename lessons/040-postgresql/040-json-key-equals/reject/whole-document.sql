-- @rejects: buffers
-- A B-tree over whole documents.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (metadata);
