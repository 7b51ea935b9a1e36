-- @rejects: rows
-- Another question: the latest submission need not be the pending one.
-- @query
SELECT p.id,
  CASE WHEN p.is_approved THEN 'approved'
       WHEN (SELECT s.status FROM crush_lu_profilesubmission s WHERE s.profile_id = p.id ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1) = 'pending' THEN 'waiting'
       ELSE 'open' END AS stage
FROM crush_lu_crushprofile p
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
