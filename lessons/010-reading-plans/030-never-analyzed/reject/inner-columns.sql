-- @rejects: rows
-- Counts registrations in place of payments.
-- @changes
ANALYZE crush_lu_paymentimport;
-- @query
SELECT COUNT(*) AS payments, COUNT(*) FILTER (WHERE r.payment_confirmed) AS booked
FROM crush_lu_eventregistration r
WHERE r.id IN (SELECT registration_id FROM crush_lu_paymentimport WHERE source = 'web' AND status = 'paid');
