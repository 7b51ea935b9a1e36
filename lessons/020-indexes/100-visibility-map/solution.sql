-- @changes
VACUUM crush_lu_eventregistration;
