-- @rejects: blocking
-- clock_timestamp() differs from row to row, so each row has to be written.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz DEFAULT clock_timestamp() NOT NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300);
