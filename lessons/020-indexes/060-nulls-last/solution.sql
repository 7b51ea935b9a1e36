-- @changes
CREATE INDEX registration_checkin_desc ON crush_lu_eventregistration (checked_in_at DESC NULLS LAST);
