-- GiST has trigrams as well: dearer to search, cheaper to write.
-- @changes
CREATE EXTENSION pg_trgm;
CREATE INDEX ON crush_lu_eventinvitation USING gist (UPPER(guest_email) gist_trgm_ops);
