-- @rejects: buffers
-- An index on the column of the wrong estimate.
-- @changes
CREATE INDEX ON crush_lu_notification (status, registration_id);
