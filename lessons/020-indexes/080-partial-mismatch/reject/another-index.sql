-- @rejects: index-count
-- A second partial index, for the words of the request.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at)
WHERE NOT (status IN ('confirmed', 'waitlist', 'cancelled'));
