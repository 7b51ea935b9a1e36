-- @rejects: rows
-- Today whoever has the one has the other too. Only one of them is asked for.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (completed_challenges jsonb_path_ops);
-- @query
SELECT id, user_id, total_points FROM crush_lu_journeyprogress WHERE completed_challenges @> '[35]';
