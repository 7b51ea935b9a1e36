-- @rejects: rows
-- Two submissions of the same moment are both the latest.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
-- @query
SELECT s.profile_id, s.status, s.submitted_at
FROM crush_lu_profilesubmission s
JOIN (SELECT profile_id, max(submitted_at) AS latest FROM crush_lu_profilesubmission GROUP BY profile_id) m
  ON m.profile_id = s.profile_id AND m.latest = s.submitted_at;
