-- @rejects: statements
-- prefetch_related: right, but one statement more than needed.
-- @query
SELECT id, title, event_date, organizer_id FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
SELECT id, first_name, last_name FROM auth_user WHERE id IN (
  SELECT organizer_id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01');
