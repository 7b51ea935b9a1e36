-- Walked backwards.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (status, id DESC);
-- @query
SELECT r.id, r.event_id, r.user_id FROM crush_lu_eventregistration r
WHERE r.status IN ('pending') ORDER BY r.id ASC FETCH FIRST 20 ROWS ONLY;
