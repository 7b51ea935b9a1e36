-- @rejects: rows
-- The day anywhere in the document.
-- @changes
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX ON crush_lu_journeyprogress USING gin ((metadata::text) gin_trgm_ops);
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata::text LIKE '%"2024-08-18"%' AND '2024-08-18' <> '';
