-- @query
-- The page reads the document …
SELECT id, metadata FROM crush_lu_journeyprogress WHERE id = 7 LIMIT 21;
-- … meanwhile another request counts the day …
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1))
WHERE id = 7;
-- … and the page saves what it has read, with the new day in it.
UPDATE crush_lu_journeyprogress
SET metadata = '{"device": "android", "streak": 1, "last_active": "2025-06-01"}'::jsonb
WHERE id = 7;
