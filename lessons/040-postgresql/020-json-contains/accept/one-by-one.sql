-- A condition for each challenge.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (completed_challenges jsonb_path_ops);
-- @query
SELECT id, user_id, total_points FROM crush_lu_journeyprogress
WHERE completed_challenges @> '[34]' AND completed_challenges @> '[35]';
