-- @query
SELECT id, username, email, date_joined
FROM member_directory
WHERE date_joined >= '2025-01-01' AND date_joined < '2025-04-01'
ORDER BY date_joined, id;
