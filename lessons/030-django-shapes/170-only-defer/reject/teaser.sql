-- @rejects: buffers
-- To cut the first hundred characters the whole description must be read.
-- @query
SELECT id, title, event_date, left(description, 100) AS teaser
FROM crush_lu_meetupevent WHERE event_date >= '2024-01-01' ORDER BY event_date;
