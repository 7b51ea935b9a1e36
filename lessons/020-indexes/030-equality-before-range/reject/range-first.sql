-- @rejects: buffers
-- The right columns in the wrong order.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at, status);
