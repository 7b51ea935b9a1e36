-- user_id is unique in the profiles, so the join multiplies nothing.
-- @query
SELECT count(*) AS registrations
FROM crush_lu_eventregistration AS r
JOIN crush_lu_crushprofile AS p ON p.user_id = r.user_id
WHERE p.location = 'Mersch' AND p.is_approved;
