-- A second feature flag, and an index that somebody has made for __contains.
UPDATE crush_lu_journeyprogress SET metadata = metadata || '{"muted": true}' WHERE id % 700 = 3;
CREATE INDEX progress_metadata_paths ON crush_lu_journeyprogress USING gin (metadata jsonb_path_ops);
VACUUM ANALYZE crush_lu_journeyprogress;
