-- @rejects: estimate
-- Nearly all are sent, so the scan without the condition returns about as many; the planner knows nothing of the values.
-- @query
SELECT COUNT(*) FILTER (WHERE n.status = 'sent') AS sent,
  COUNT(*) FILTER (WHERE r.payment_confirmed AND n.status = 'sent') AS paid
FROM crush_lu_notification n
INNER JOIN crush_lu_eventregistration r ON n.registration_id = r.id;
