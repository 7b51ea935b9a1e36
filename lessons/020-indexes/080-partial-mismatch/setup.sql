CREATE INDEX reg_pending ON crush_lu_eventregistration (registered_at) WHERE status = 'pending';
