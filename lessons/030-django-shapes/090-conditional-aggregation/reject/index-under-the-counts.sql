-- @rejects: buffers
-- Each count becomes an index-only scan, but there are still four for each event.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (event_id, status);
