-- @rejects: state
-- Takes guests off an event that is overbooked.
-- @query
UPDATE crush_lu_meetupevent SET registration_count = LEAST(registration_count + 3, max_participants) WHERE id = 900;
