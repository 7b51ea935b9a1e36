-- No new index: twenty of each status, read backwards in the old one, and of these the first twenty.
-- @query
SELECT id, event_id, user_id, status, registered_at
FROM (VALUES ('cancelled'), ('confirmed'), ('pending'), ('waitlist')) s(name)
CROSS JOIN LATERAL (
  SELECT r.id, r.event_id, r.user_id, r.status, r.registered_at
  FROM crush_lu_eventregistration r
  WHERE r.status = s.name
  ORDER BY r.registered_at DESC, r.id DESC
  LIMIT 20
) page
ORDER BY status, registered_at DESC, id DESC
LIMIT 20;
