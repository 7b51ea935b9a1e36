-- @rejects: state
-- The column itself still says that it may be NULL.
-- @query
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT message_not_null CHECK (message IS NOT NULL) NOT VALID;
ALTER TABLE crush_lu_connectionmessage VALIDATE CONSTRAINT message_not_null;
