-- @rejects: index-count
-- Every registration pays for a report that runs once a month.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (DATE_TRUNC('month', registered_at AT TIME ZONE 'UTC'));
