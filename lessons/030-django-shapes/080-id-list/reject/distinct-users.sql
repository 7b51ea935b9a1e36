-- @rejects: rows
-- Counts people and not registrations.
-- @query
SELECT count(DISTINCT r.user_id) AS registrations FROM crush_lu_eventregistration AS r
WHERE r.user_id IN (SELECT user_id FROM crush_lu_crushprofile WHERE location = 'Mersch' AND is_approved);
