-- @rejects: hard-coded
-- Looked up once, written into the query.
-- @query
SELECT 119687::bigint AS id, 462 AS sender_id, 'Gëschter war super flott.' AS message, timestamptz '2025-05-27 22:48:29.922817+00' AS sent_at
WHERE 7920 = 7920;
