-- @rejects: index-count
-- One index for each column: the plan has to visit the table for every match.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status);
CREATE INDEX ON crush_lu_eventregistration (registered_at);
