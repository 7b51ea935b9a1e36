-- @rejects: rows
-- Of two submissions of one moment either may come first.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
-- @query
SELECT DISTINCT ON (profile_id) profile_id, status, submitted_at FROM crush_lu_profilesubmission ORDER BY profile_id, submitted_at DESC;
