-- @rejects: buffers
-- The same class once more.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata jsonb_path_ops) WITH (fastupdate = off);
