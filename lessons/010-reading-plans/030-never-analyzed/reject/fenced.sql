-- @rejects: estimate
-- The scan without its conditions is estimated well; the error has moved one node up, and the index is hidden.
-- @query
SELECT COUNT(*) AS payments, COUNT(i.id) FILTER (WHERE r.payment_confirmed) AS booked
FROM (SELECT * FROM crush_lu_paymentimport OFFSET 0) i
INNER JOIN crush_lu_eventregistration r ON i.registration_id = r.id + 0
WHERE i.source = 'web' AND i.status = 'paid';
