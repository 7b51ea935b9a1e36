-- Ranges of 128 pages, the default: some more pages are read.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (sent_at);
