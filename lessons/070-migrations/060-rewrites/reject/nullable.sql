-- @rejects: state
-- Cheap, because no row has a value.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300);
