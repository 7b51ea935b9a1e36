-- NULLS LAST, spelled as a column of the order.
-- @changes
CREATE INDEX ON crush_lu_eventregistration ((checked_in_at IS NULL), checked_in_at DESC);
-- @query
SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
ORDER BY checked_in_at IS NULL, checked_in_at DESC LIMIT 20;
