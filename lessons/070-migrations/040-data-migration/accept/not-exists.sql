-- The mark in another column, and NOT EXISTS for the conflict.
-- @query
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT busy.organizer_id, '', 'Events (0042)', true, 10, '2025-06-01 09:00:00+00'
FROM (SELECT organizer_id FROM crush_lu_meetupevent GROUP BY organizer_id HAVING COUNT(*) >= 15) busy
WHERE NOT EXISTS (SELECT 1 FROM crush_lu_crushcoach c WHERE c.user_id = busy.organizer_id);
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
DELETE FROM crush_lu_crushcoach WHERE specialization = 'Events (0042)';
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
