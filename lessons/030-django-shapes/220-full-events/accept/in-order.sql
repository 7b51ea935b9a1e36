-- The order of the page, and the title along with it.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date DESC, id) INCLUDE (title) WHERE registration_count >= max_participants;
