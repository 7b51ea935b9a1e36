-- Both at once, as after every mass update.
-- @changes
VACUUM (ANALYZE) crush_lu_eventregistration;
