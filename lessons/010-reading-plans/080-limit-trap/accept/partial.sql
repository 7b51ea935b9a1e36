-- Only what is still to do; the other statuses are common and quick as they are.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (id) WHERE status = 'pending';
