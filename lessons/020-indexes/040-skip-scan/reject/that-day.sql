-- @rejects: other-values
-- An index over one day.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at)
WHERE registered_at >= '2024-03-15 00:00+00' AND registered_at < '2024-03-16 00:00+00';
