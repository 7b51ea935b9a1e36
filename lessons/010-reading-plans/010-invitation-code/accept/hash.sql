-- A hash index: good for = and nothing else.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation USING hash (invitation_code);
