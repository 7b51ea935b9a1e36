-- @rejects: dropped
-- The new index is right, but the page that filters by status has lost its own.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at);
DROP INDEX reg_status_when;
