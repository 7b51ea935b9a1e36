-- One object for two expressions: each gets its own statistics, and their combinations too.
-- @changes
CREATE STATISTICS profile_upper ON (UPPER(location)), (UPPER(canton)) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
-- @query
SELECT COUNT(*) AS registrations, COUNT(CASE WHEN r.payment_confirmed THEN r.id END) AS paid
FROM crush_lu_eventregistration r
JOIN crush_lu_crushprofile p ON p.user_id = r.user_id
WHERE UPPER(p.location) = 'LUXEMBOURG';
