-- @rejects: rows-read
-- The count becomes cheaper and is still made once for each row.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (event_id, registered_at, id);
