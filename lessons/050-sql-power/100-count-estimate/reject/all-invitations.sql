-- @rejects: rows
-- Without the condition it is quick as well.
-- @query
SELECT COUNT(*) AS "__count" FROM (SELECT 1 FROM crush_lu_eventinvitation LIMIT 1001) AS capped;
