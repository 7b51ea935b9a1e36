-- @rejects: base-data
-- A column for the place, filled once.
-- @changes
ALTER TABLE crush_lu_eventregistration ADD COLUMN place bigint;
UPDATE crush_lu_eventregistration r SET place = n.place
FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY registered_at, id) AS place FROM crush_lu_eventregistration) n
WHERE n.id = r.id;
-- @query
SELECT r.id, r.event_id, r.user_id, r.registered_at, r.place
FROM crush_lu_eventregistration r JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
ORDER BY r.event_id, r.registered_at, r.id;
