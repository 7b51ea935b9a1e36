-- @probe an event that nobody registered for becomes popular
INSERT INTO crush_lu_eventregistration (id, event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at) OVERRIDING SYSTEM VALUE
SELECT 9000000 + u.id, 3, u.id, 'confirmed', true, NULL, '', '2026-01-01', '2026-01-01' FROM auth_user u WHERE u.id <= 400
ON CONFLICT DO NOTHING;
-- @probe equal numbers
DELETE FROM crush_lu_eventregistration WHERE event_id % 7 <> 0;
-- @probe titles and dates change
UPDATE crush_lu_meetupevent SET title = 'Renamed ' || id, event_date = event_date + interval '10 years', created_at = created_at + interval '10 years';
