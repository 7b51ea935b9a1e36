-- GiST on the column itself, with longer signatures.
-- @changes
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX ON crush_lu_eventinvitation USING gist (guest_email gist_trgm_ops(siglen = 32));
-- @query
SELECT id, event_id, guest_name, guest_email FROM crush_lu_eventinvitation
WHERE guest_email ILIKE '%günther.zeimes%';
