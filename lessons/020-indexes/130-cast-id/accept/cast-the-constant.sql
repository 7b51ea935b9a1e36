-- What was typed is converted, once.
-- @query
SELECT r.id, r.event_id, r.user_id, r.status
FROM crush_lu_eventregistration r
WHERE r.id IN (CAST('3137' AS bigint));
