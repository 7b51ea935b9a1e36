-- @rejects: tampering
-- @query
UPDATE pg_attribute SET attnotnull = true WHERE attrelid = 'crush_lu_connectionmessage'::regclass AND attname = 'message';
