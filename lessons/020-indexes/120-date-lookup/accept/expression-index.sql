-- The request stays as it is, and the index holds what it compares.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (((registered_at AT TIME ZONE 'UTC')::date));
