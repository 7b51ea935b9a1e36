-- approved_at as last night's job left it; since then some submissions were approved again, and some withdrawn.
UPDATE crush_lu_crushprofile p SET approved_at = s.reviewed_at
FROM (SELECT profile_id, max(reviewed_at) AS reviewed_at FROM crush_lu_profilesubmission WHERE status = 'approved' GROUP BY profile_id) s
WHERE s.profile_id = p.id;
UPDATE crush_lu_crushprofile SET approved_at = NULL WHERE id % 97 = 0;
UPDATE crush_lu_profilesubmission SET reviewed_at = reviewed_at + interval '3 days' WHERE status = 'approved' AND profile_id % 83 = 0;
VACUUM FULL crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
