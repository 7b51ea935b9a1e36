-- @query
SELECT r.id, r.event_id, r.user_id, r.registered_at,
       (SELECT COUNT(*)
        FROM crush_lu_eventregistration u0
        WHERE u0.event_id = r.event_id
          AND (u0.registered_at < r.registered_at
               OR (u0.registered_at = r.registered_at AND u0.id <= r.id))) AS place
FROM crush_lu_eventregistration r
JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
ORDER BY r.event_id, r.registered_at, r.id;
