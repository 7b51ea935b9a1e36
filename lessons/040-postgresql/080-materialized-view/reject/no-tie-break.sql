-- @rejects: rows
-- Equal numbers come in any order.
-- @changes
CREATE MATERIALIZED VIEW crush_lu_event_stats AS
SELECT e.id, e.title, COUNT(r.id) AS registrations
FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id GROUP BY e.id;
CREATE UNIQUE INDEX ON crush_lu_event_stats (id);
CREATE INDEX ON crush_lu_event_stats (registrations, id);
-- @query
SELECT id, title, registrations FROM crush_lu_event_stats ORDER BY registrations DESC, id DESC LIMIT 10;
