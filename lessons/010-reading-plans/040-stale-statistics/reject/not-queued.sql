-- @rejects: rows
-- “Sent” is taken to be everything that is not queued; and the estimate is as wrong.
-- @query
SELECT COUNT(*) AS sent, COUNT(n.id) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_notification n
INNER JOIN crush_lu_eventregistration r ON n.registration_id = r.id
WHERE n.status <> 'queued' OR n.status = 'sent';
