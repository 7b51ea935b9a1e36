-- Each step in a transaction of its own.
-- @query
BEGIN;
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT present CHECK (message IS NOT NULL) NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE crush_lu_connectionmessage VALIDATE CONSTRAINT present;
COMMIT;
BEGIN;
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL;
ALTER TABLE crush_lu_connectionmessage DROP CONSTRAINT present;
COMMIT;
