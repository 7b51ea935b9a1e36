-- @rejects: buffers
-- The request also wants the rows that this index leaves out.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (checked_in_at DESC NULLS LAST) WHERE checked_in_at IS NOT NULL;
