-- @rejects: blocking
-- A stored generated column is computed for every row at once.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz GENERATED ALWAYS AS (updated_at) STORED NOT NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300);
