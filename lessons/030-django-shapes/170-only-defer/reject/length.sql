-- @rejects: buffers
-- A long text is fetched to be measured.
-- @query
SELECT id, title, event_date, length(description) AS letters
FROM crush_lu_meetupevent WHERE event_date >= '2024-01-01' ORDER BY event_date;
