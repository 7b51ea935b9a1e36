-- @rejects: rows
-- Registrations of the same moment come in any order.
-- @changes
DROP INDEX reg_status;
DROP INDEX reg_updated;
DROP INDEX reg_payment;
DROP INDEX reg_note;
DROP INDEX reg_user;
DROP INDEX crush_lu_eventregistration_user_id_01872ea4;
DROP INDEX crush_lu_eventregistration_event_id_42796169;
-- @query
-- A member's page
SELECT status, COUNT(*) AS n FROM crush_lu_eventregistration WHERE user_id = 3758 GROUP BY status;

-- The page of an event
SELECT id, user_id, status FROM crush_lu_eventregistration WHERE event_id = 400;

-- The page of pending registrations
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status = 'pending' ORDER BY registered_at LIMIT 20;

-- The import: the rows of a bulk_create(), written as INSERT … SELECT to keep the text short
INSERT INTO crush_lu_eventregistration
  (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
SELECT 980, id, 'confirmed', true, NULL, '', '2025-06-01', '2025-06-01'
FROM auth_user WHERE id <= 1000
ON CONFLICT DO NOTHING;
