-- The same count as a sum over a subquery.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at);
-- @query
WITH cancelled AS (
  SELECT 1 FROM crush_lu_eventregistration
  WHERE registered_at >= '2022-01-01' AND registered_at < '2025-01-01' AND status IN ('cancelled')
)
SELECT count(*) FROM cancelled;
