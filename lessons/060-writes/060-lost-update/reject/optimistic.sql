-- @rejects: state
-- Notices that the counter has changed, but does not try again: two guests are turned away from one free seat.
-- @query
SELECT e.id, e.registration_count, e.max_participants
FROM crush_lu_meetupevent e, generate_series(1, 3) AS guest WHERE e.id = 900;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = :registration_count + 1
WHERE id = :id AND registration_count = :registration_count AND registration_count < max_participants;
