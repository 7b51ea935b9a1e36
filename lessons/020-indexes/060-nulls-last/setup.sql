CREATE INDEX reg_checkin ON crush_lu_eventregistration (checked_in_at);
