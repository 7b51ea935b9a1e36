-- @rejects: state
-- Leaves the other request out.
-- @query
UPDATE crush_lu_journeyprogress SET metadata = jsonb_set(metadata, '{last_active}', '"2025-06-01"') WHERE id = 7;
