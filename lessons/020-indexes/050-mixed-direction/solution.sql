-- @changes
CREATE INDEX registration_list ON crush_lu_eventregistration (status, registered_at DESC, id DESC);
