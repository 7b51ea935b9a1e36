-- @rejects: kept-results
-- A table that nothing can refresh.
-- @changes
CREATE TABLE crush_lu_event_stats AS
SELECT e.id, e.title, COUNT(r.id) AS registrations
FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id GROUP BY e.id;
CREATE UNIQUE INDEX ON crush_lu_event_stats (id);
-- @query
SELECT id, title, registrations FROM crush_lu_event_stats ORDER BY registrations DESC, id LIMIT 10;
