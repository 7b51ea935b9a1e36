-- @rejects: index-count
-- One more index that nobody can trust without the table.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (user_id) INCLUDE (status);
