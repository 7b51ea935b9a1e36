-- The new index begins with the foreign key, so the old one may go.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (user_id, status, registered_at);
DROP INDEX crush_lu_eventregistration_user_id_01872ea4;
