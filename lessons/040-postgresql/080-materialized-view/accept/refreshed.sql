-- Built empty, filled afterwards, refreshed once more as the job will do it; only one index.
-- @changes
CREATE MATERIALIZED VIEW crush_lu_event_stats AS
SELECT e.id, e.title, (SELECT COUNT(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id) AS registrations
FROM crush_lu_meetupevent e
WITH NO DATA;
REFRESH MATERIALIZED VIEW crush_lu_event_stats;
CREATE UNIQUE INDEX ON crush_lu_event_stats (id);
REFRESH MATERIALIZED VIEW CONCURRENTLY crush_lu_event_stats;
VACUUM ANALYZE crush_lu_event_stats;
-- @query
SELECT id, title, registrations FROM crush_lu_event_stats ORDER BY registrations DESC, id LIMIT 10;
