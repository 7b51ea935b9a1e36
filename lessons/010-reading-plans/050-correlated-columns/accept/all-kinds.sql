-- All three kinds, and a join in place of IN.
-- @changes
CREATE STATISTICS profile_place ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE;
-- @query
SELECT COUNT(*) AS registrations, COUNT(*) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_eventregistration r
JOIN crush_lu_crushprofile p ON p.user_id = r.user_id
WHERE p.canton = 'Luxembourg' AND p.location = 'Luxembourg' AND p.postal_code = 'L-1478';
