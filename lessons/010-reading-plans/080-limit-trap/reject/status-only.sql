-- @rejects: buffers
-- Finds all pending rows and has to sort them, or is not used at all.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status);
