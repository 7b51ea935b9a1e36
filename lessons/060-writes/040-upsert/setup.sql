-- Some of the guests of honour have registered by themselves, paid and said what they eat.
INSERT INTO crush_lu_eventregistration
  (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
SELECT s.meetupevent_id, s.user_id, CASE WHEN s.id % 4 = 0 THEN 'waitlist' ELSE 'pending' END, s.id % 4 = 1, NULL,
       CASE WHEN s.id % 3 = 0 THEN 'Vegetarian' ELSE '' END, '2025-05-01 12:00:00+00', '2025-05-01 12:00:00+00'
FROM crush_lu_meetupevent_special_users s
JOIN crush_lu_meetupevent e ON e.id = s.meetupevent_id
WHERE e.status = 'published' AND e.event_date >= '2025-09-01' AND s.id % 2 = 0
ON CONFLICT DO NOTHING;
