-- @probe all likes of one moment
UPDATE entreprinder_like SET created_at = '2025-05-01 12:00:00+00' WHERE liked_id = 2121;
-- @probe more admirers
UPDATE entreprinder_like SET liked_id = 2121 WHERE liker_id BETWEEN 4000 AND 4050 AND id % 16 = 0
  AND NOT EXISTS (SELECT 1 FROM entreprinder_like o WHERE o.liker_id = entreprinder_like.liker_id AND o.liked_id = 2121)
  AND id = (SELECT min(s.id) FROM entreprinder_like s WHERE s.liker_id = entreprinder_like.liker_id AND s.id % 16 = 0);
