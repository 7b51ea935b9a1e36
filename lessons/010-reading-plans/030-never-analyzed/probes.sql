-- @probe payments without a registration
UPDATE crush_lu_paymentimport SET registration_id = NULL WHERE id % 4 = 1;
-- @probe a registration paid twice
INSERT INTO crush_lu_paymentimport (id, registration_id, status, source, received_at)
SELECT 5000000 + id, id, 'paid', 'web', now() FROM crush_lu_eventregistration WHERE id <= 500;
-- @probe nothing is confirmed
UPDATE crush_lu_eventregistration SET payment_confirmed = false WHERE id <= 20000;
