-- @rejects: rows
-- The ids as they are today.
-- @query
SELECT id, journey_id, chapter_number, title, prerequisite_id FROM crush_lu_journeychapter
WHERE id IN (36, 35, 34, 33, 32, 31) ORDER BY id DESC;
