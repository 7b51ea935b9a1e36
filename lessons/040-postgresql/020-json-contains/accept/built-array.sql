-- The document put together from numbers.
-- @changes
CREATE INDEX CONCURRENTLY progress_done ON crush_lu_journeyprogress USING gin (completed_challenges jsonb_path_ops) WITH (fastupdate = off);
-- @query
SELECT p.id, p.user_id, p.total_points FROM crush_lu_journeyprogress p
WHERE jsonb_build_array(34, 35) <@ p.completed_challenges;
