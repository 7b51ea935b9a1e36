-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, id) INCLUDE (event_id, user_id);
VACUUM crush_lu_eventregistration;
