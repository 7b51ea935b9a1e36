-- ILIKE ignores the case by itself, so the index is on the column.
-- @changes
CREATE EXTENSION pg_trgm;
CREATE INDEX CONCURRENTLY ON crush_lu_eventinvitation USING gin (guest_email gin_trgm_ops);
-- @query
SELECT id, event_id, guest_name, guest_email FROM crush_lu_eventinvitation
WHERE guest_email ILIKE '%günther.zeimes%';
