-- @query
SELECT count(*) AS registrations
FROM crush_lu_eventregistration AS r
WHERE EXISTS (
  SELECT 1 FROM crush_lu_crushprofile AS p
  WHERE p.user_id = r.user_id AND p.location = 'Mersch' AND p.is_approved
);
