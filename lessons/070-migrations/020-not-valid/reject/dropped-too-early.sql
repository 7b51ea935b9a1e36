-- @rejects: blocking
-- Within one ALTER TABLE constraints are dropped first, whatever the order in the text. So the proof is gone.
-- @query
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT present CHECK (message IS NOT NULL) NOT VALID;
ALTER TABLE crush_lu_connectionmessage VALIDATE CONSTRAINT present;
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL, DROP CONSTRAINT present;
