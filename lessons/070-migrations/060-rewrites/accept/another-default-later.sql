-- The default for new rows is set afterwards, when the stored rows have their value.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE crush_lu_eventregistration ALTER COLUMN synced_at SET DEFAULT clock_timestamp();
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE character varying(300);
