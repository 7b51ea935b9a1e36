-- @rejects: heap-fetches
-- Leaves it to autovacuum, which has not run yet.
-- @changes
ALTER TABLE crush_lu_eventregistration SET (autovacuum_vacuum_scale_factor = 0.01);
