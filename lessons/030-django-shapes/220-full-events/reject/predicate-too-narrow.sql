-- @rejects: buffers
-- The request does not imply this predicate.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date) WHERE registration_count = max_participants;
