-- Repairs it now and lets autovacuum do it earlier from now on.
-- @changes
ALTER TABLE crush_lu_eventregistration SET (autovacuum_vacuum_scale_factor = 0.01);
VACUUM (VERBOSE) crush_lu_eventregistration;
