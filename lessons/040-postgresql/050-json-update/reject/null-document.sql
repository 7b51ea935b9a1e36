-- @rejects: state
-- jsonb_set with an SQL NULL makes the whole document NULL: an error where there is no streak.
-- @query
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb((metadata ->> 'streak')::int + 1))
WHERE id = 7;
UPDATE crush_lu_journeyprogress SET metadata = jsonb_set(metadata, '{last_active}', '"2025-06-01"') WHERE id = 7;
