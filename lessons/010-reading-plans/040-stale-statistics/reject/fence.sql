-- @rejects: estimate
-- Hides the primary key from the planner.
-- @query
SELECT COUNT(*) AS sent, COUNT(n.id) FILTER (WHERE r.payment_confirmed) AS paid
FROM crush_lu_notification n
INNER JOIN (SELECT id, payment_confirmed FROM crush_lu_eventregistration OFFSET 0) r ON n.registration_id = r.id
WHERE n.status = 'sent';
