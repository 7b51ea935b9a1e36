-- The subquery gives true or nothing.
-- @query
SELECT coalesce((SELECT true FROM crush_lu_connectionmessage WHERE read_at IS NULL LIMIT 1), false) AS any_unread;
