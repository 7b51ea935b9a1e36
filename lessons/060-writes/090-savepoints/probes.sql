-- @probe everybody else has cancelled
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE event_id = 900;
-- @probe nobody else is registered
DELETE FROM crush_lu_eventregistration WHERE event_id = 900;
-- @probe somebody else registers
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
VALUES (900, 4010, 'waitlist', false, NULL, '', '2025-05-30 09:00:00+00', '2025-05-30 09:00:00+00')
ON CONFLICT (event_id, user_id) DO UPDATE SET status = 'waitlist', dietary_note = 'Nuts';
