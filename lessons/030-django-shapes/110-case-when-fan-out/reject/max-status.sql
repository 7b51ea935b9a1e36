-- @rejects: rows
-- The greatest status of the alphabet is not the pending one.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved' WHEN max(s.status) = 'pending' THEN 'waiting' ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
GROUP BY p.id
ORDER BY p.id;
