-- @rejects: buffers
-- A view is a saved query: it counts each time anew.
-- @changes
CREATE VIEW crush_lu_event_stats AS
SELECT e.id, e.title, COUNT(r.id) AS registrations
FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id GROUP BY e.id;
-- @query
SELECT id, title, registrations FROM crush_lu_event_stats ORDER BY registrations DESC, id LIMIT 10;
