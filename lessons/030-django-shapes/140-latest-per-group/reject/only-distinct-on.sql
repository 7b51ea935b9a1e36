-- @rejects: buffers
-- The rows are fetched one by one in the order of the old index and sorted in small groups.
-- @query
SELECT DISTINCT ON (profile_id) profile_id, status, submitted_at
FROM crush_lu_profilesubmission
ORDER BY profile_id, submitted_at DESC, id DESC;
