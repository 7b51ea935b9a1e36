-- @rejects: rows
-- Quick, and misses all addresses with capitals.
-- @changes
CREATE EXTENSION pg_trgm;
CREATE INDEX ON crush_lu_eventinvitation USING gin (guest_email gin_trgm_ops);
-- @query
SELECT id, event_id, guest_name, guest_email FROM crush_lu_eventinvitation WHERE guest_email LIKE '%günther.zeimes%';
