-- @rejects: rows-returned
-- All chapters, for Python to walk.
-- @query
SELECT id, journey_id, chapter_number, title, prerequisite_id FROM crush_lu_journeychapter;
