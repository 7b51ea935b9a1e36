-- @changes
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX invitation_email_trgm ON crush_lu_eventinvitation USING gin (UPPER(guest_email::text) gin_trgm_ops);
