-- LOWER in both.
-- @changes
CREATE EXTENSION pg_trgm;
CREATE INDEX ON crush_lu_eventinvitation USING gin (lower(guest_email) gin_trgm_ops) WITH (fastupdate = off);
-- @query
SELECT id, event_id, guest_name, guest_email FROM crush_lu_eventinvitation
WHERE lower(guest_email) LIKE lower('%günther.zeimes%') ORDER BY id;
