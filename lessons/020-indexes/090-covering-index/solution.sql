-- @changes
CREATE INDEX registration_user_status ON crush_lu_eventregistration (user_id, status);
