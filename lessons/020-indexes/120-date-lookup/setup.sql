CREATE INDEX reg_when ON crush_lu_eventregistration (registered_at);
