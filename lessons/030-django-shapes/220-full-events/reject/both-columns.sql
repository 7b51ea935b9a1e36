-- @rejects: buffers
-- An index on two columns cannot compare them with each other while it is searched.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (registration_count, max_participants);
