-- Of several stages the one that counts happens to be the last by name.
-- @query
SELECT p.id,
  max(CASE
    WHEN p.is_approved THEN 'approved'
    WHEN s.status = 'pending' THEN 'waiting'
    ELSE 'open'
  END) AS stage
FROM crush_lu_crushprofile p
LEFT JOIN crush_lu_profilesubmission s ON s.profile_id = p.id
WHERE p.location = 'Luxembourg'
GROUP BY p.id
ORDER BY p.id;
