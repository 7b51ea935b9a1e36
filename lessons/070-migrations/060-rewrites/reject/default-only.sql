-- @rejects: blocking
-- The new column is cheap now; the USING expression still computes every value anew.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz DEFAULT now() NOT NULL;
ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300) USING substring(dietary_note FROM 1 FOR 300);
