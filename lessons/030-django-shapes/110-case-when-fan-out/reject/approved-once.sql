-- @rejects: rows
-- A date of approval is not an approval: it may have been withdrawn.
-- @query
SELECT p.id,
  CASE
    WHEN p.approved_at IS NOT NULL THEN 'approved'
    WHEN EXISTS (
      SELECT 1 FROM crush_lu_profilesubmission s
      WHERE s.profile_id = p.id AND s.status = 'pending'
    ) THEN 'waiting'
    ELSE 'open'
  END AS stage
FROM crush_lu_crushprofile p
WHERE p.location = 'Luxembourg'
ORDER BY p.id;
