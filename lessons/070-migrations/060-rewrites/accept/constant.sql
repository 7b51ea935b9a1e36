-- default=timezone.now: Django computes the value once and sends a constant.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz DEFAULT '2025-06-01 09:00:00+00' NOT NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN synced_at DROP DEFAULT;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300) USING dietary_note::varchar(300);
