-- @rejects: buffers
-- Better statistics do not say where in the table the rows are.
-- @changes
ALTER TABLE crush_lu_eventregistration ALTER COLUMN status SET STATISTICS 1000;
CREATE STATISTICS registration_status ON status, id FROM crush_lu_eventregistration;
ANALYZE crush_lu_eventregistration;
