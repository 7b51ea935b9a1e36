-- @rejects: estimate
-- Arithmetic keeps the planner from the primary key, here and wherever else it would be right.
-- @query
SELECT COUNT(*) AS payments, COUNT(i.id) FILTER (WHERE r.payment_confirmed) AS booked
FROM crush_lu_paymentimport i
INNER JOIN crush_lu_eventregistration r ON i.registration_id = r.id + 0
WHERE i.source = 'web' AND i.status = 'paid';
