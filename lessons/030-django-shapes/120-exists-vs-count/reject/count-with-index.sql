-- @rejects: index-count
-- A partial index makes even the count quick, and every message pays for it.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (id) WHERE read_at IS NULL;
