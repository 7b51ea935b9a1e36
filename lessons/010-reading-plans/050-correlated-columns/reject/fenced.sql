-- @rejects: estimate
-- One condition in the scan, two above it, and no index to choose.
-- @query
SELECT COUNT(*) AS registrations, COUNT(r.id) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_eventregistration r
JOIN (SELECT user_id, canton, postal_code FROM crush_lu_crushprofile WHERE location = 'Luxembourg' OFFSET 0) p ON p.user_id = r.user_id + 0
WHERE p.canton = 'Luxembourg' AND p.postal_code = 'L-1478';
