-- @rejects: estimate
-- For an array from a subquery the planner always expects ten elements; it knows as little about the groups as before.
-- @query
SELECT id, user_id, event_id, status
FROM crush_lu_eventregistration
WHERE user_id = ANY (ARRAY(SELECT MAX(user_id) FROM crush_lu_crushprofile GROUP BY location, canton, postal_code));
