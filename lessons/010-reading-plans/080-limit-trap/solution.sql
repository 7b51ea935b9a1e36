-- @changes
CREATE INDEX registration_by_status ON crush_lu_eventregistration (status, id);
