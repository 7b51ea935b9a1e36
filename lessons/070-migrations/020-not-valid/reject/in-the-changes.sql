-- @rejects: blocking
-- Where the scan is not counted, it still happens.
-- @changes
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL;
