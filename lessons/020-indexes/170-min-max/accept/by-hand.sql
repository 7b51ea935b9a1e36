-- What the planner makes of max(), written by hand; the outer SELECT returns a row in any case.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC, id DESC);
-- @query
SELECT (
  SELECT sent_at FROM crush_lu_connectionmessage
  WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 1
) AS sent_at__max;
