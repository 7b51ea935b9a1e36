-- @rejects: rows
-- The chapters of the journey with smaller numbers: right by chance.
-- @query
SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id
FROM crush_lu_journeychapter c
JOIN crush_lu_journeychapter a ON a.journey_id = c.journey_id AND c.chapter_number <= a.chapter_number
WHERE a.id = 36
ORDER BY c.chapter_number DESC;
