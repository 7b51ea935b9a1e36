-- @rejects: estimate
-- Without conditions the scan is estimated well. All payments are joined, and the planner knows as little as before.
-- @query
SELECT COUNT(*) FILTER (WHERE i.source = 'web' AND i.status = 'paid') AS payments,
  COUNT(*) FILTER (WHERE r.payment_confirmed AND i.source = 'web' AND i.status = 'paid') AS booked
FROM crush_lu_paymentimport i
INNER JOIN crush_lu_eventregistration r ON i.registration_id = r.id;
