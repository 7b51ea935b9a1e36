-- @rejects: rows
-- Two of the conditions left out, because the third implies them today. Nothing makes sure that it stays so.
-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT user_id FROM crush_lu_crushprofile WHERE postal_code = 'L-1478');
