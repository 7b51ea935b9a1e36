-- PostgreSQL 18 can add the NOT NULL itself as NOT VALID.
-- @query
ALTER TABLE crush_lu_connectionmessage ADD CONSTRAINT message_not_null NOT NULL message NOT VALID;
ALTER TABLE crush_lu_connectionmessage VALIDATE CONSTRAINT message_not_null;
