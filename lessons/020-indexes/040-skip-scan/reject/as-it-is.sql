-- @rejects: buffers
-- Skip scan is there already; this only gathers the statistics again.
-- @changes
ANALYZE crush_lu_eventregistration;
