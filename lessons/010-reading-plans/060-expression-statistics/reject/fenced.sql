-- @rejects: estimate
-- The expression is compared above a fence, so the scan itself is estimated well.
-- @query
WITH p AS MATERIALIZED (SELECT user_id, location FROM crush_lu_crushprofile)
SELECT COUNT(*) AS registrations, COUNT(r.id) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_eventregistration r JOIN p ON p.user_id = r.user_id + 0
WHERE UPPER(p.location::text) = UPPER('luxembourg');
