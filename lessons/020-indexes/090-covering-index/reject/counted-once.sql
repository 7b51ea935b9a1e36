-- @rejects: kept-results
-- The counts of yesterday.
-- @changes
CREATE MATERIALIZED VIEW registrations_by_status AS
SELECT user_id, status, count(*) AS n FROM crush_lu_eventregistration GROUP BY user_id, status;
CREATE INDEX ON registrations_by_status (user_id);
-- @query
SELECT status, n FROM registrations_by_status WHERE user_id = 3758;
