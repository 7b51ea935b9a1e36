-- @rejects: statements
-- save(update_fields=["status"]): a shorter UPDATE, and still one for each row.
-- @query
SELECT i.id FROM crush_lu_eventinvitation i JOIN crush_lu_meetupevent e ON i.event_id = e.id
WHERE i.status = 'pending' AND e.event_date < '2022-06-01';
-- @for-each-row
UPDATE crush_lu_eventinvitation SET status = 'expired' WHERE id = :id;
