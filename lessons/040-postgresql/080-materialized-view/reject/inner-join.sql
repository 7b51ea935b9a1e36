-- @rejects: rows
-- Events without registrations are missing.
-- @changes
CREATE MATERIALIZED VIEW crush_lu_event_stats AS
SELECT e.id, e.title, COUNT(*) AS registrations
FROM crush_lu_meetupevent e JOIN crush_lu_eventregistration r ON r.event_id = e.id GROUP BY e.id;
CREATE UNIQUE INDEX ON crush_lu_event_stats (id);
CREATE INDEX ON crush_lu_event_stats (registrations DESC, id);
-- @query
SELECT id, title, registrations FROM crush_lu_event_stats ORDER BY registrations DESC, id LIMIT 10;
