-- @rejects: buffers
-- Speeds up the outer scan, which runs once, and not the inner one.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (status, event_date);
