-- An index that turns out not to be needed, and ANALYZE.
-- @changes
CREATE INDEX ON crush_lu_paymentimport (status, source);
ANALYZE crush_lu_paymentimport;
-- @query
SELECT COUNT(*) AS payments, COUNT(CASE WHEN r.payment_confirmed THEN 1 END) AS booked
FROM crush_lu_eventregistration r
JOIN crush_lu_paymentimport i ON r.id = i.registration_id
WHERE i.status = 'paid' AND i.source = 'web';
