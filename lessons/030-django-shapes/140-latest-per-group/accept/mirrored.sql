-- The index in the other direction is walked backwards, and all columns are keys.
-- @changes
CREATE INDEX CONCURRENTLY latest ON crush_lu_profilesubmission (profile_id DESC, submitted_at, id, status);
-- @query
SELECT DISTINCT ON (profile_id) profile_id, status, submitted_at
FROM crush_lu_profilesubmission
ORDER BY profile_id, submitted_at DESC, id DESC;
