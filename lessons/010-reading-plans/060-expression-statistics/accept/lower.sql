-- The same with LOWER, in the request and in the statistics.
-- @changes
CREATE STATISTICS profile_location_lower ON (LOWER(location)) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT user_id FROM crush_lu_crushprofile WHERE LOWER(location) = LOWER('luxembourg'));
