-- @rejects: rows
-- The document as a text.
-- @changes
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX ON crush_lu_journeyprogress USING gin ((completed_challenges::text) gin_trgm_ops);
-- @query
SELECT id, user_id, total_points FROM crush_lu_journeyprogress WHERE completed_challenges::text LIKE '%34, 35%';
