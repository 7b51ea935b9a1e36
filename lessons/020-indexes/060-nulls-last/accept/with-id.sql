-- Ties broken by id.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (checked_in_at DESC NULLS LAST, id DESC);
-- @query
SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
ORDER BY checked_in_at DESC NULLS LAST, id DESC LIMIT 20;
