-- @rejects: state
-- Another column is reset along with the key.
-- @query
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1))
WHERE id = 7;
UPDATE crush_lu_journeyprogress
SET metadata = metadata || '{"last_active": "2025-06-01"}', current_chapter_id = NULL
WHERE id = 7;
