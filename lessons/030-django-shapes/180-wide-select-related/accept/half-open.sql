-- The range as a half-open interval, another name for the title, and further narrow columns.
-- @query
SELECT r.*, e.title AS event_title, e.event_date
FROM crush_lu_eventregistration r
JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE r.id >= 30001 AND r.id < 34001
ORDER BY r.id;
