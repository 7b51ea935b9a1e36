-- @rejects: rows
-- What the others wrote is missing.
-- @query
SELECT id, sent_at FROM crush_lu_connectionmessage WHERE sender_id = 4242 ORDER BY id;
