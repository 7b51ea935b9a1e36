-- RANK is the same where the order has no ties; the events by an index too.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date);
-- @query
WITH week AS (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-05-01' AND event_date < '2025-05-08')
SELECT id, event_id, user_id, registered_at,
       RANK() OVER (PARTITION BY event_id ORDER BY registered_at, id) AS place
FROM crush_lu_eventregistration
WHERE event_id IN (SELECT id FROM week)
ORDER BY event_id, place;
