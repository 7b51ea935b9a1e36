-- @rejects: index-count
-- Quick, but a second primary key has to be kept for it.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (UPPER(id::text));
