-- @rejects: base-data
-- Fewer rows are not the answer.
-- @changes
TRUNCATE crush_lu_connectionmessage;
