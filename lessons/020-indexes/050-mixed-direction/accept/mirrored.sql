-- All directions turned round, read backwards.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status DESC, registered_at, id);
