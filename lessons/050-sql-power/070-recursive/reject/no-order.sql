-- @rejects: rows
-- The rounds come in order, but nothing says that they have to.
-- @query
WITH RECURSIVE c AS (SELECT id, journey_id, chapter_number, title, prerequisite_id FROM crush_lu_journeychapter WHERE id = 36 UNION ALL SELECT j.id, j.journey_id, j.chapter_number, j.title, j.prerequisite_id FROM crush_lu_journeychapter j JOIN c ON j.id = c.prerequisite_id) SELECT id, journey_id, chapter_number, title, prerequisite_id FROM c;
