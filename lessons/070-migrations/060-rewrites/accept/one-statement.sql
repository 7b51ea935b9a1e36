-- Both in one ALTER TABLE, and now().
-- @query
ALTER TABLE crush_lu_eventregistration
  ADD COLUMN synced_at timestamptz NOT NULL DEFAULT now(),
  ALTER COLUMN dietary_note TYPE varchar(300);
