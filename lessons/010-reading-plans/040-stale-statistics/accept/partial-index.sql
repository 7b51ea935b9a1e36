-- With an index over what is still to do, and the join written the other way round.
-- @changes
CREATE INDEX ON crush_lu_notification (created_at) WHERE status = 'queued';
ANALYZE crush_lu_notification;
-- @query
SELECT COUNT(*) AS sent, COUNT(*) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_eventregistration r, crush_lu_notification n
WHERE n.registration_id = r.id AND n.status = 'sent';
