-- @query
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message SET NOT NULL;
