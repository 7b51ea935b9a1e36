-- @query
SELECT EXISTS (
  SELECT 1 FROM crush_lu_connectionmessage
  WHERE read_at IS NULL
) AS any_unread;
