-- @rejects: rows
-- The index keeps ids in order, so today's plan returns them so; nothing asks for it.
-- @changes
CREATE INDEX registration_by_status ON crush_lu_eventregistration (status, id);
-- @query
SELECT id, event_id, user_id
FROM crush_lu_eventregistration
WHERE status = 'pending'
LIMIT 20;
