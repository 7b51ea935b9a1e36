-- @rejects: rows
-- The order of time is that of the ids as long as nobody enters an older registration.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at);
-- @query
SELECT id, event_id, user_id FROM crush_lu_eventregistration
WHERE status = 'pending'
ORDER BY registered_at
LIMIT 20;
