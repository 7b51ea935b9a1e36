-- @rejects: rows-returned
-- prefetch_related and len(): two statements, and every registration travels to Django to be counted there.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
SELECT id, event_id FROM crush_lu_eventregistration WHERE event_id IN (
  SELECT id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01');
