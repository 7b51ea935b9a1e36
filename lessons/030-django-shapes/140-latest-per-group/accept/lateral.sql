-- Goes through the profiles and takes the first entry of each.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
-- @query
SELECT s.profile_id, s.status, s.submitted_at
FROM crush_lu_crushprofile p
CROSS JOIN LATERAL (
  SELECT profile_id, status, submitted_at FROM crush_lu_profilesubmission
  WHERE profile_id = p.id
  ORDER BY submitted_at DESC, id DESC LIMIT 1
) s;
