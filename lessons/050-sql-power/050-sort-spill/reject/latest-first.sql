-- @rejects: rows
-- A top-N sort from the other end needs little memory, and gives other rows in another order.
-- @query
SELECT id, profile_id, coach_id, status, coach_notes, feedback_to_user, submitted_at, reviewed_at
FROM crush_lu_profilesubmission
ORDER BY reviewed_at DESC, id DESC
LIMIT 200;
