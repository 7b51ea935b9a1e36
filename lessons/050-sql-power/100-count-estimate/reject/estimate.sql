-- @rejects: rows
-- The planner's knowledge of the table: unanswered invitations are in it, and deleted ones still are.
-- @query
SELECT LEAST(reltuples::bigint, 1001) AS "__count" FROM pg_class WHERE oid = 'crush_lu_eventinvitation'::regclass;
