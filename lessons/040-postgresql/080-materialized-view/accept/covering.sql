-- The title in the index too.
-- @changes
CREATE MATERIALIZED VIEW crush_lu_event_stats AS
WITH counted AS (SELECT event_id, COUNT(*) AS n FROM crush_lu_eventregistration GROUP BY event_id)
SELECT e.id, e.title, COALESCE(c.n, 0) AS registrations FROM crush_lu_meetupevent e LEFT JOIN counted c ON c.event_id = e.id;
CREATE UNIQUE INDEX ON crush_lu_event_stats (id);
CREATE INDEX ON crush_lu_event_stats (registrations, id DESC) INCLUDE (title);
ANALYZE crush_lu_event_stats;
-- @query
SELECT s.id, s.title, s.registrations FROM crush_lu_event_stats AS s ORDER BY s.registrations DESC, s.id FETCH FIRST 10 ROWS ONLY;
