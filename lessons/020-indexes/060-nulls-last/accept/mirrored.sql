-- The mirror image, read backwards.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (checked_in_at ASC NULLS FIRST);
