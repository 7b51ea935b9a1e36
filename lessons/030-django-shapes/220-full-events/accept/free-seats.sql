-- An index on the number of free seats, and the condition written with it.
-- @changes
CREATE INDEX ON crush_lu_meetupevent ((max_participants - registration_count), event_date);
-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE max_participants - registration_count <= 0 AND event_date >= '2024-01-01'
ORDER BY event_date DESC, id;
