-- @rejects: errors
-- Sorts the lines so that the bad one comes last, when everything else is stored.
-- @query
BEGIN;
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at) VALUES (900, 4001, 'confirmed', true, NULL, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at) VALUES (900, 4003, 'confirmed', false, NULL, 'Vegan', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
COMMIT;
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at) VALUES (900, 4002, 'attending', true, NULL, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
