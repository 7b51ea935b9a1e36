-- @rejects: rows
-- Groups by the town alone, which decides the other two today.
-- @query
SELECT id, user_id, event_id, status
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT MAX(user_id) FROM crush_lu_crushprofile GROUP BY location);
