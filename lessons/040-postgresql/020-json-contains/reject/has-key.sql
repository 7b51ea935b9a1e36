-- @rejects: rows
-- ? looks for texts, and the elements are numbers.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (completed_challenges);
-- @query
SELECT id, user_id, total_points FROM crush_lu_journeyprogress WHERE completed_challenges ?& ARRAY['34', '35'];
