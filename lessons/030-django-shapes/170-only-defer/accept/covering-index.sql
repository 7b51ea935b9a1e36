-- The three columns from an index alone.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date) INCLUDE (id, title);
-- @query
SELECT event_date, id, title FROM crush_lu_meetupevent
WHERE event_date >= '2024-01-01' ORDER BY event_date, id;
