CREATE INDEX reg_status_when ON crush_lu_eventregistration (status, registered_at);
