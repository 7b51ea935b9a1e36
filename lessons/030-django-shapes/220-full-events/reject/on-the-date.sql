-- @rejects: buffers
-- Finds the period, and fetches all its events to compare.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date);
