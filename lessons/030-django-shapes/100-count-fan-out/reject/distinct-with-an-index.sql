-- @rejects: peak
-- A covering index makes the reading cheap; the multiplied rows remain.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (event_id, id);
