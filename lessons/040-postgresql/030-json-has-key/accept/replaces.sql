-- The default class serves @> as well, so the other index may go.
-- @changes
CREATE INDEX progress_metadata ON crush_lu_journeyprogress USING gin (metadata jsonb_ops);
DROP INDEX progress_metadata_paths;
