-- The check asks for equality only.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation USING hash (event_id);
