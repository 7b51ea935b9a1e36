-- @rejects: rows
-- The highest id is not always the latest.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, id DESC) INCLUDE (status, submitted_at);
-- @query
SELECT DISTINCT ON (profile_id) profile_id, status, submitted_at
FROM crush_lu_profilesubmission
ORDER BY profile_id, id DESC;
