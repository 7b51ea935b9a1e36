-- Keeps several intervals for each range, so that a single late row does no harm.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_connectionmessage
USING brin (sent_at timestamptz_minmax_multi_ops) WITH (pages_per_range = 32, autosummarize = on);
