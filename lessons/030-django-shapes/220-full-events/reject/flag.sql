-- @rejects: base-data
-- A column that says it, right until the next registration.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN is_full boolean NOT NULL DEFAULT false;
UPDATE crush_lu_meetupevent SET is_full = true WHERE registration_count >= max_participants;
CREATE INDEX ON crush_lu_meetupevent (event_date) WHERE is_full;
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE is_full AND event_date >= '2024-01-01' ORDER BY event_date DESC, id;
