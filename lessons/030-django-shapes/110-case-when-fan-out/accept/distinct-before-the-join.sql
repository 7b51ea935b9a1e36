-- At most one row per profile on the other side, so the join cannot multiply.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved' WHEN s.profile_id IS NOT NULL THEN 'waiting' ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN (SELECT DISTINCT profile_id FROM crush_lu_profilesubmission WHERE status = 'pending') s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
