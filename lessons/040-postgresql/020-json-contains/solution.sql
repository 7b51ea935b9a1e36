-- @changes
CREATE INDEX progress_challenges ON crush_lu_journeyprogress USING gin (completed_challenges jsonb_path_ops);
