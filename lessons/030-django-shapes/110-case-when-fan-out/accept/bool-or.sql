-- One row per profile by grouping; bool_or asks whether any submission is pending.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved' WHEN bool_or(s.status = 'pending') THEN 'waiting' ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
GROUP BY p.id
ORDER BY p.id;
