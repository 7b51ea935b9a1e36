-- Sorts the ids and fetches whole rows for one page only.
-- @query
SELECT s.id, s.profile_id, s.coach_id, s.status, s.coach_notes, s.feedback_to_user, s.submitted_at, s.reviewed_at
FROM (SELECT id FROM crush_lu_profilesubmission ORDER BY reviewed_at, id LIMIT 200 OFFSET 21000) page
JOIN crush_lu_profilesubmission s USING (id)
ORDER BY s.reviewed_at, s.id;
