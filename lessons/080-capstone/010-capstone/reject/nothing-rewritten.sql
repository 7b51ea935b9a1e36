-- @rejects: buffers
-- Four indexes for requests that ask badly.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at, connection_id);
CREATE INDEX ON crush_lu_eventregistration (((registered_at AT TIME ZONE 'UTC')::date));
CREATE INDEX ON crush_lu_eventregistration ((id::text));
CREATE INDEX ON crush_lu_eventinvitation (invitation_code);
