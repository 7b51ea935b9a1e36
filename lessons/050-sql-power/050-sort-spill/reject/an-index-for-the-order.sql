-- @rejects: buffers
-- No sort, but the table is visited once for each row.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (reviewed_at, id);
-- @query
SELECT id, profile_id, coach_id, status, coach_notes, feedback_to_user, submitted_at, reviewed_at
FROM crush_lu_profilesubmission ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
