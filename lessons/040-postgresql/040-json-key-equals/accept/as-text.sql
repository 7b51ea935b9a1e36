-- ->> in the request and in the index.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress ((metadata ->> 'last_active'));
ANALYZE crush_lu_journeyprogress;
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress
WHERE metadata ->> 'last_active' = '2024-08-18' AND jsonb_typeof(metadata -> 'last_active') = 'string';
