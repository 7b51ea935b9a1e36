-- Finds the 20 in the index and joins the rows.
-- @query
WITH oldest AS (
  SELECT id FROM crush_lu_eventregistration WHERE status = 'pending' ORDER BY registered_at, id LIMIT 20
)
SELECT r.id, r.event_id, r.user_id, r.registered_at
FROM oldest JOIN crush_lu_eventregistration r USING (id)
ORDER BY r.registered_at, r.id;
