-- @query
SELECT id, title, description, event_type, event_date, location, canton, organizer_id,
       max_participants, registration_count, registration_fee, status, metadata, created_at, updated_at
FROM crush_lu_meetupevent
WHERE event_date >= '2024-01-01'
ORDER BY event_date;
