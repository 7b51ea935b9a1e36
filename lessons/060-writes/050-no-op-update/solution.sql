-- @query
UPDATE crush_lu_crushprofile p
SET approved_at = s.reviewed_at
FROM (
  SELECT profile_id, MAX(reviewed_at) AS reviewed_at
  FROM crush_lu_profilesubmission
  WHERE status = 'approved'
  GROUP BY profile_id
) s
WHERE s.profile_id = p.id AND p.approved_at IS DISTINCT FROM s.reviewed_at;
