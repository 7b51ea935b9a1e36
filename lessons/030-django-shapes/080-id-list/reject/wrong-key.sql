-- @rejects: rows
-- Compares users with profiles.
-- @query
SELECT count(*) AS registrations FROM crush_lu_eventregistration
WHERE user_id IN (SELECT id FROM crush_lu_crushprofile WHERE location = 'Mersch' AND is_approved);
