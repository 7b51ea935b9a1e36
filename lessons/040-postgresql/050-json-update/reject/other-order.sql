-- @rejects: state
-- Writes first and counts then: right for this row as it is today, wrong for any other document.
-- @query
UPDATE crush_lu_journeyprogress
SET metadata = '{"device": "android", "streak": 1, "last_active": "2025-06-01"}'::jsonb
WHERE id = 7;
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1))
WHERE id = 7;
