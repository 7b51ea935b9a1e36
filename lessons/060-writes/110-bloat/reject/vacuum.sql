-- @rejects: buffers
-- The space is free for new rows, the file stays.
-- @changes
VACUUM crush_lu_connectionmessage;
