-- @rejects: estimate
-- The table of the slow scan, not that of the wrong estimate.
-- @changes
ANALYZE crush_lu_eventregistration;
