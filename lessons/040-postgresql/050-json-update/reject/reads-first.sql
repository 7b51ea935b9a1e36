-- @rejects: statements
-- Still reads the document before, for nothing.
-- @query
SELECT id, metadata FROM crush_lu_journeyprogress WHERE id = 7 LIMIT 21;
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1))
WHERE id = 7;
UPDATE crush_lu_journeyprogress SET metadata = jsonb_set(metadata, '{last_active}', '"2025-06-01"') WHERE id = 7;
