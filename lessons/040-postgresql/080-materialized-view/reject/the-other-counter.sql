-- @rejects: rows
-- A counter that is there already, but counts something else.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (registration_count DESC, id);
-- @query
SELECT id, title, registration_count::bigint AS registrations FROM crush_lu_meetupevent ORDER BY registration_count DESC, id LIMIT 10;
