-- @query
SELECT s.profile_id, s.status, s.submitted_at
FROM crush_lu_profilesubmission s
WHERE s.id = (
  SELECT u0.id FROM crush_lu_profilesubmission u0
  WHERE u0.profile_id = s.profile_id
  ORDER BY u0.submitted_at DESC, u0.id DESC
  LIMIT 1
);
