-- Finds the 20 ids in the index and fetches the rows after that.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status ASC, registered_at DESC, id DESC);
-- @query
SELECT r.id, r.event_id, r.user_id, r.status, r.registered_at
FROM (
  SELECT id FROM crush_lu_eventregistration ORDER BY status, registered_at DESC, id DESC LIMIT 20
) page
JOIN crush_lu_eventregistration r USING (id)
ORDER BY r.status, r.registered_at DESC, r.id DESC;
