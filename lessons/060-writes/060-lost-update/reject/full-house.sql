-- @rejects: state
-- The number that is right today.
-- @query
UPDATE crush_lu_meetupevent SET registration_count = max_participants WHERE id = 900;
