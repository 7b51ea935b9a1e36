-- @query
SELECT liker_id, created_at
FROM entreprinder_like
WHERE liked_id = 2121
ORDER BY created_at DESC;
