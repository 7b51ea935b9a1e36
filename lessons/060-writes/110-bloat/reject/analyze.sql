-- @rejects: buffers
-- @changes
ANALYZE crush_lu_connectionmessage;
