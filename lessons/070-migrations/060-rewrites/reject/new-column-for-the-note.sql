-- @rejects: state
-- A new, empty column of the same name: the notes are gone.
-- @query
ALTER TABLE crush_lu_eventregistration ADD COLUMN synced_at timestamptz DEFAULT now() NOT NULL;
ALTER TABLE crush_lu_eventregistration DROP COLUMN dietary_note;
ALTER TABLE crush_lu_eventregistration ADD COLUMN dietary_note varchar(300) DEFAULT '' NOT NULL;
