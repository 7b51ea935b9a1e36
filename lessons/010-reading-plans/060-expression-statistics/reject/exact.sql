-- @rejects: rows
-- Well estimated, but only for one spelling.
-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT user_id FROM crush_lu_crushprofile WHERE location = 'Luxembourg' AND 'luxembourg' <> '');
