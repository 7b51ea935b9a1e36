-- @rejects: rows
-- BETWEEN includes the first moment of the next year.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at);
-- @query
SELECT count(*) FROM crush_lu_eventregistration
WHERE status = 'cancelled' AND registered_at BETWEEN '2022-01-01' AND '2025-01-01';
