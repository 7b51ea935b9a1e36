-- @rejects: estimate
-- The same conditions as ranges: other guesses, as blind as before.
-- @query
SELECT COUNT(*) AS payments, COUNT(i.id) FILTER (WHERE r.payment_confirmed) AS booked
FROM crush_lu_paymentimport i INNER JOIN crush_lu_eventregistration r ON i.registration_id = r.id
WHERE i.source >= 'web' AND i.source <= 'web' AND i.status BETWEEN 'paid' AND 'paid';
