-- @rejects: other-values
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (id) WHERE (metadata -> 'last_active') = '"2024-08-18"'::jsonb;
