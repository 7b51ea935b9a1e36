-- @rejects: buffers
-- Finds the rows quicker, and then reads all their descriptions.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date);
