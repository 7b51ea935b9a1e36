-- @rejects: buffers
-- Helps to find the drafts, which was never the problem.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (status, event_date);
