-- @rejects: kept-results
-- The latest ones kept aside.
-- @changes
CREATE MATERIALIZED VIEW latest AS
SELECT DISTINCT ON (profile_id) profile_id, status, submitted_at
FROM crush_lu_profilesubmission ORDER BY profile_id, submitted_at DESC, id DESC;
-- @query
SELECT profile_id, status, submitted_at FROM latest;
