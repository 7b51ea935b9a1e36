-- @query
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = 36
LIMIT 21;
-- @for-each-row
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = :prerequisite_id
LIMIT 21;
-- @for-each-row
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = :prerequisite_id
LIMIT 21;
-- @for-each-row
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = :prerequisite_id
LIMIT 21;
-- @for-each-row
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = :prerequisite_id
LIMIT 21;
-- @for-each-row
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM crush_lu_journeychapter
WHERE id = :prerequisite_id
LIMIT 21;
