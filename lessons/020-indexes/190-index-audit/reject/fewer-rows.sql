-- @rejects: state
-- Imports half of them.
-- @changes
DROP INDEX reg_updated, reg_payment, reg_note;
-- @query
SELECT status, COUNT(*) AS n FROM crush_lu_eventregistration WHERE user_id = 3758 GROUP BY status;
SELECT id, user_id, status FROM crush_lu_eventregistration WHERE event_id = 400;
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status = 'pending' ORDER BY registered_at, id LIMIT 20;
INSERT INTO crush_lu_eventregistration
  (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
SELECT 980, id, 'confirmed', true, NULL, '', '2025-06-01', '2025-06-01'
FROM auth_user WHERE id <= 500
ON CONFLICT DO NOTHING;
