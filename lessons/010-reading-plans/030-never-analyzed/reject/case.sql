-- @rejects: estimate
-- Within CASE the planner guesses half of the rows, for this source and status and for every other.
-- @query
SELECT COUNT(*) AS payments, COUNT(i.id) FILTER (WHERE r.payment_confirmed) AS booked
FROM crush_lu_paymentimport i
INNER JOIN crush_lu_eventregistration r ON i.registration_id = r.id
WHERE CASE WHEN i.source = 'web' AND i.status = 'paid' THEN true ELSE false END;
