-- @rejects: base-data
-- Fewer rows to look at.
-- @changes
DELETE FROM crush_lu_connectionmessage WHERE read_at IS NOT NULL;
VACUUM FULL crush_lu_connectionmessage;
