-- @rejects: buffers
-- An aggregate reads all rows before it answers.
-- @query
SELECT coalesce(bool_or(read_at IS NULL), false) AS any_unread FROM crush_lu_connectionmessage;
