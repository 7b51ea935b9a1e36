-- @query
SELECT s.meetupevent_id, s.user_id
FROM crush_lu_meetupevent_special_users s
INNER JOIN crush_lu_meetupevent e ON (s.meetupevent_id = e.id)
WHERE e.status = 'published' AND e.event_date >= '2025-11-01';
-- @for-each-row
UPDATE crush_lu_eventregistration
SET status = 'confirmed', updated_at = '2025-06-01 09:00:00+00'
WHERE event_id = :meetupevent_id AND user_id = :user_id;
-- Those that no UPDATE has found.
SELECT s.meetupevent_id, s.user_id
FROM crush_lu_meetupevent_special_users s
INNER JOIN crush_lu_meetupevent e ON (s.meetupevent_id = e.id)
WHERE e.status = 'published' AND e.event_date >= '2025-11-01'
  AND NOT EXISTS (SELECT 1 FROM crush_lu_eventregistration r WHERE r.event_id = s.meetupevent_id AND r.user_id = s.user_id);
-- @for-each-row
INSERT INTO crush_lu_eventregistration
  (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
VALUES (:meetupevent_id, :user_id, 'confirmed', false, NULL, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00')
RETURNING id;
