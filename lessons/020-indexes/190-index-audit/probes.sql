-- @probe some are registered already
INSERT INTO crush_lu_eventregistration (id, event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
SELECT 5000000 + id, 980, id, 'waitlist', false, '', '2025-05-01', '2025-05-01' FROM auth_user WHERE id % 200 = 1 AND id <= 1000
ON CONFLICT DO NOTHING;
-- @probe pending for long
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE user_id = 3758 AND id % 5 = 0;
-- @probe pending since the same moment
UPDATE crush_lu_eventregistration SET status = 'pending', registered_at = '2019-01-01 12:00+00' WHERE id % 1009 = 5;
