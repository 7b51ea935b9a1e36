-- One savepoint around the line that fails; a real import does not know which one that is.
-- @query
BEGIN;
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
VALUES (900, 4001, 'confirmed', true, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
SAVEPOINT second;
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
VALUES (900, 4002, 'attending', true, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
ROLLBACK TO second;
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
VALUES (900, 4003, 'confirmed', false, 'Vegan', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
COMMIT;
