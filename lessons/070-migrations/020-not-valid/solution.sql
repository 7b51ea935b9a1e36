-- @query
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT message_not_null CHECK (message IS NOT NULL) NOT VALID;
ALTER TABLE crush_lu_connectionmessage VALIDATE CONSTRAINT message_not_null;
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL;
ALTER TABLE crush_lu_connectionmessage DROP CONSTRAINT message_not_null;
