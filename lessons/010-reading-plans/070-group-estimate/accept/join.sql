-- The same with a join, and ANALYZE for everything.
-- @changes
CREATE STATISTICS profile_places (ndistinct, mcv) ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE;
-- @query
SELECT r.id, r.user_id, r.event_id, r.status
FROM (
  SELECT MAX(user_id) AS newest FROM crush_lu_crushprofile GROUP BY location, canton, postal_code
) places
JOIN crush_lu_eventregistration r ON r.user_id = places.newest;
