-- @changes
CREATE INDEX registration_when ON crush_lu_eventregistration (registered_at);
