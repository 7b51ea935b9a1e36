-- @rejects: buffers
-- Better statistics prove nothing.
-- @changes
ANALYZE crush_lu_eventregistration;
