-- @rejects: rows
-- One row per profile, but which one is left to the alphabet: open comes before waiting.
-- @query
SELECT DISTINCT ON (p.id) p.id,
  CASE WHEN p.is_approved THEN 'approved' WHEN s.status = 'pending' THEN 'waiting' ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
ORDER BY p.id, stage;
