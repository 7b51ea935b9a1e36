-- The values made from a number and a text.
-- @query
UPDATE crush_lu_journeyprogress p
SET metadata = p.metadata || jsonb_build_object('streak', COALESCE((p.metadata ->> 'streak')::int, 0) + 1)
WHERE p.id = 7;
UPDATE crush_lu_journeyprogress p
SET metadata = jsonb_set(p.metadata, ARRAY['last_active'], to_jsonb('2025-06-01'::text), true)
WHERE p.id = 7;
