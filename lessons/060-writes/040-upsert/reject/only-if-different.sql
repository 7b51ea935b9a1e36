-- @rejects: state
-- Registrations that are confirmed already keep their old time.
-- @query
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
SELECT s.meetupevent_id, s.user_id, 'confirmed', false, NULL, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00' FROM crush_lu_meetupevent_special_users s JOIN crush_lu_meetupevent e ON s.meetupevent_id = e.id WHERE e.status = 'published' AND e.event_date >= '2025-11-01'
ON CONFLICT (event_id, user_id) DO UPDATE SET status = EXCLUDED.status, updated_at = EXCLUDED.updated_at WHERE crush_lu_eventregistration.status <> 'confirmed';
