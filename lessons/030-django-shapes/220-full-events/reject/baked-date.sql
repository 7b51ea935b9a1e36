-- @rejects: other-values
-- The date of the question in the predicate.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date)
WHERE registration_count >= max_participants AND event_date >= '2024-01-01';
