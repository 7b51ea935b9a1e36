-- Carries the columns of the page.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at) INCLUDE (id, event_id, user_id, status);
