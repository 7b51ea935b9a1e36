-- The same comparison the other way round in the predicate.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (event_date) WHERE max_participants <= registration_count;
