-- @query
MERGE INTO crush_lu_crushprofile p
USING (SELECT profile_id, MAX(reviewed_at) AS reviewed_at FROM crush_lu_profilesubmission WHERE status = 'approved' GROUP BY profile_id) s
ON s.profile_id = p.id
WHEN MATCHED AND p.approved_at IS DISTINCT FROM s.reviewed_at THEN UPDATE SET approved_at = s.reviewed_at;
