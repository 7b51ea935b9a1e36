-- @rejects: blocking
-- Without NOT VALID the CHECK reads the table under the same lock.
-- @query
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT message_not_null CHECK (message IS NOT NULL);
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL;
ALTER TABLE crush_lu_connectionmessage DROP CONSTRAINT message_not_null;
