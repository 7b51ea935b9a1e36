-- @rejects: heap-fetches
-- Covers another request.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (user_id, registered_at);
