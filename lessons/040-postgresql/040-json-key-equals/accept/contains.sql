-- The same question as containment, with GIN.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata jsonb_path_ops);
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata @> '{"last_active": "2024-08-18"}';
