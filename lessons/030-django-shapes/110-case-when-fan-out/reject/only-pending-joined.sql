-- @rejects: rows
-- A profile with two pending submissions still appears twice.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved' WHEN s.id IS NOT NULL THEN 'waiting' ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id AND s.status = 'pending'
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
