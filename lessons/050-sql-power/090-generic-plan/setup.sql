-- The index for the list, and how the server plans prepared statements.
CREATE INDEX registration_pending ON crush_lu_eventregistration (registered_at DESC) WHERE status = 'pending';
SET plan_cache_mode = force_generic_plan;
