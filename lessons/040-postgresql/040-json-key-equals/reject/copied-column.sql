-- @rejects: base-data
-- A column beside the document.
-- @changes
ALTER TABLE crush_lu_journeyprogress ADD COLUMN last_active text GENERATED ALWAYS AS (metadata ->> 'last_active') STORED;
CREATE INDEX ON crush_lu_journeyprogress (last_active);
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE last_active = '2024-08-18';
