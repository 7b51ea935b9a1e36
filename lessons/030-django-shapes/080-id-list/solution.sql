-- @query
SELECT count(*) AS registrations
FROM crush_lu_eventregistration
WHERE user_id IN (
  SELECT user_id FROM crush_lu_crushprofile
  WHERE location = 'Mersch' AND is_approved
);
