-- A day as a range of moments: from version 17 on PostgreSQL turns it into two comparisons.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE registered_at <@ tstzrange('2024-03-15 00:00+00', '2024-03-16 00:00+00');
