-- @rejects: other-values
-- Small, because it holds one week. Next week it is useless.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at)
WHERE sent_at >= '2024-03-15' AND sent_at < '2024-03-22';
