-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz DEFAULT clock_timestamp() NOT NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300) USING substring(dietary_note FROM 1 FOR 300);
