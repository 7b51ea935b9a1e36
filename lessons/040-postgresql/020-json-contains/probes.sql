-- @probe turned round, alone, as texts, nested, in an object
UPDATE crush_lu_journeyprogress SET completed_challenges = (ARRAY[
  '[35, 34]', '[34]', '[35]', '["34", "35"]', '[[34, 35]]', '{"34": 35}', '[134, 35]', '[34, 350, 35, 34]', '[]', '[34.0, 35]', 'null', '[34, null, 35]'
])[1 + id % 12]::jsonb WHERE id <= 600;
-- @probe nobody has completed them
UPDATE crush_lu_journeyprogress SET completed_challenges = '[]' WHERE completed_challenges @> '35';
