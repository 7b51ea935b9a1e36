-- @rejects: buffers
-- One status is still thousands of rows all over the table.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status);
