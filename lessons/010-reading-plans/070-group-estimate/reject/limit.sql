-- @rejects: rows
-- A LIMIT that is never reached tells the planner how few groups there are; with more places it loses some.
-- @query
SELECT id, user_id, event_id, status
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT MAX(user_id) FROM crush_lu_crushprofile GROUP BY location, canton, postal_code LIMIT 60);
