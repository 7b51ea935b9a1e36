-- @changes
CREATE INDEX event_full ON crush_lu_meetupevent (event_date)
WHERE registration_count >= max_participants;
