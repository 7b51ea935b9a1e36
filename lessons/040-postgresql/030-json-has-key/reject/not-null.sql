-- @rejects: rows
-- ->> gives NULL for a missing key and for a JSON null alike.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress ((metadata ->> 'beta_flag')) WHERE metadata ->> 'beta_flag' IS NOT NULL;
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata ->> 'beta_flag' IS NOT NULL;
