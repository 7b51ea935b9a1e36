-- select_for_update(): each request waits for the one before and then reads a counter that is true.
-- @query
BEGIN;
SELECT id, registration_count, max_participants FROM crush_lu_meetupevent WHERE id = 900 FOR UPDATE;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = :registration_count + 1 WHERE id = :id AND :registration_count < :max_participants;
COMMIT;
BEGIN;
SELECT id, registration_count, max_participants FROM crush_lu_meetupevent WHERE id = 900 FOR UPDATE;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = :registration_count + 1 WHERE id = :id AND :registration_count < :max_participants;
COMMIT;
BEGIN;
SELECT id, registration_count, max_participants FROM crush_lu_meetupevent WHERE id = 900 FOR UPDATE;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = :registration_count + 1 WHERE id = :id AND :registration_count < :max_participants;
COMMIT;
