-- The trigram index that another search needs anyway serves beginnings too.
-- @changes
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX ON crush_lu_meetupevent USING gin (title gin_trgm_ops);
