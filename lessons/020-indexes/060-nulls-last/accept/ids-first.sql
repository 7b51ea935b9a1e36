-- Finds the 20 in an index that has the id as well, and joins the rows.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (checked_in_at DESC NULLS LAST) INCLUDE (id);
-- @query
SELECT r.id, r.event_id, r.user_id, r.checked_in_at
FROM (SELECT id FROM crush_lu_eventregistration ORDER BY checked_in_at DESC NULLS LAST LIMIT 20) latest
JOIN crush_lu_eventregistration r ON r.id = latest.id
ORDER BY r.checked_in_at DESC NULLS LAST;
