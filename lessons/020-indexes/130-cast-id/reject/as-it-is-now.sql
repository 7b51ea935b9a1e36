-- @rejects: hard-coded
-- The answer of today.
-- @query
SELECT * FROM (VALUES (3137::bigint, 77::bigint, 1, 'confirmed')) r (id, event_id, user_id, status) WHERE id = 3137;
