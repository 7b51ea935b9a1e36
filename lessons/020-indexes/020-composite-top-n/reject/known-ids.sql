-- @rejects: hard-coded
-- Looked up once, written into the query.
-- @query
SELECT 119872::bigint AS id, 1298 AS sender_id, 'Ech kommen eng Véierelstonn méi spéit. Das Konzert war großartig.' AS message, timestamptz '2025-05-30 08:14:53.848669+00' AS sent_at;
