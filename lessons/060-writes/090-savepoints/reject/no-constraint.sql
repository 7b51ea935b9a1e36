-- @rejects: dropped
-- Lets any status in.
-- @changes
ALTER TABLE crush_lu_eventregistration DROP CONSTRAINT valid_registration_status;
