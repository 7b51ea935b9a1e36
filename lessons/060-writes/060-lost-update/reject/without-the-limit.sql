-- @rejects: state
-- F() alone: no update is lost, and a third guest sits on the second seat.
-- @query
SELECT e.id FROM crush_lu_meetupevent e, generate_series(1, 3) AS guest WHERE e.id = 900;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1 WHERE id = :id;
