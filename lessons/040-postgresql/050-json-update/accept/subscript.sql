-- Assignment to a subscript.
-- @query
UPDATE crush_lu_journeyprogress
SET metadata['streak'] = to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1)
WHERE id = 7;
UPDATE crush_lu_journeyprogress SET metadata['last_active'] = '"2025-06-01"' WHERE id = 7;
