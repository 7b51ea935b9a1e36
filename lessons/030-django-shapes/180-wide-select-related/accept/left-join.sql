-- event_id is never NULL, so an outer join gives the same.
-- @query
SELECT r.id, r.event_id, r.user_id, r.status, r.registered_at, e.title
FROM (SELECT * FROM crush_lu_eventregistration WHERE id >= 30001 AND id <= 34000) r
LEFT JOIN crush_lu_meetupevent e ON e.id = r.event_id
ORDER BY r.id;
