-- @rejects: buffers
-- ->> in the index, -> in the request: two different expressions.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress ((metadata ->> 'last_active'));
ANALYZE crush_lu_journeyprogress;
