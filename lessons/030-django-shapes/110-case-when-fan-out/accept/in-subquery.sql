-- profile_id is never NULL, so IN asks the same as EXISTS.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved'
       WHEN p.id IN (SELECT profile_id FROM crush_lu_profilesubmission WHERE status = 'pending') THEN 'waiting'
       ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
