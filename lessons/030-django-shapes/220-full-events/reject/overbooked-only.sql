-- @rejects: rows
-- Greater is not greater or equal: events that are exactly full are lost.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date) WHERE registration_count > max_participants;
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE registration_count > max_participants AND event_date >= '2024-01-01'
ORDER BY event_date DESC, id;
