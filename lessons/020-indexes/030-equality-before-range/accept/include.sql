-- A column more, for another page; the order of the first two is what counts.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at) INCLUDE (user_id);
-- @query
SELECT count(*) FROM crush_lu_eventregistration
WHERE status = 'cancelled' AND registered_at >= timestamptz '2022-01-01' AND registered_at < timestamptz '2025-01-01';
