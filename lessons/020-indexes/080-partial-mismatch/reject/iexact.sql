-- @rejects: buffers
-- iexact: the upper-case form does not prove the status.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE UPPER(status::text) = UPPER('pending') ORDER BY registered_at, id LIMIT 20;
