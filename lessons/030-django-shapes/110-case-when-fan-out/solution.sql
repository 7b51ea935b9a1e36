-- @query
SELECT p.id,
  CASE
    WHEN p.is_approved THEN 'approved'
    WHEN EXISTS (
      SELECT 1 FROM crush_lu_profilesubmission s
      WHERE s.profile_id = p.id AND s.status = 'pending'
    ) THEN 'waiting'
    ELSE 'open'
  END AS stage
FROM crush_lu_crushprofile p
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
