-- @query
SELECT r.id, r.event_id, r.user_id, r.status, r.registered_at,
       e.title, e.description, e.event_type, e.event_date, e.location, e.canton, e.organizer_id,
       e.max_participants, e.registration_count, e.registration_fee, e.metadata, e.created_at
FROM crush_lu_eventregistration r
JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE r.id BETWEEN 30001 AND 34000
ORDER BY r.id;
