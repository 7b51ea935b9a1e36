-- Registrations of the very same moment are few; an Incremental Sort puts them in order.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (status, registered_at DESC);
