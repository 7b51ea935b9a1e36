-- @query
-- The other request, as before …
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{streak}', to_jsonb(COALESCE((metadata ->> 'streak')::int, 0) + 1))
WHERE id = 7;
-- … and the page changes its own key, in the document as it is now.
UPDATE crush_lu_journeyprogress
SET metadata = jsonb_set(metadata, '{last_active}', '"2025-06-01"')
WHERE id = 7;
