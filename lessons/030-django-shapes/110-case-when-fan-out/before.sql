-- @query
SELECT DISTINCT p.id,
  CASE
    WHEN p.is_approved THEN 'approved'
    WHEN s.status = 'pending' THEN 'waiting'
    ELSE 'open'
  END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
