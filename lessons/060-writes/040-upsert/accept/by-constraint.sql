-- The constraint by its name, the values spelled out.
-- @query
INSERT INTO crush_lu_eventregistration
  (event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
SELECT meetupevent_id, user_id, 'confirmed', false, '', timestamptz '2025-06-01 09:00:00+00', timestamptz '2025-06-01 09:00:00+00'
FROM crush_lu_meetupevent_special_users
WHERE meetupevent_id IN (SELECT id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-11-01')
ON CONFLICT ON CONSTRAINT crush_lu_eventregistration_event_id_user_id_52c32bb9_uniq
DO UPDATE SET status = 'confirmed', updated_at = timestamptz '2025-06-01 09:00:00+00';
