-- @rejects: buffers
-- Trigrams of the column, while the request compares UPPER of it.
-- @changes
CREATE EXTENSION pg_trgm;
CREATE INDEX ON crush_lu_eventinvitation USING gin (guest_email gin_trgm_ops);
