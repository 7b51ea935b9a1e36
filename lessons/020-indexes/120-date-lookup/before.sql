-- @query
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE (registered_at AT TIME ZONE 'UTC')::date = '2024-03-15'::date;
