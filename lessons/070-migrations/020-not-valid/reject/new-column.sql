-- @rejects: base-data
-- Drops the column and adds an empty one: nothing to check, and nothing left to read.
-- @query
ALTER TABLE crush_lu_connectionmessage DROP COLUMN message;
ALTER TABLE crush_lu_connectionmessage ADD COLUMN message text NOT NULL DEFAULT '';
