-- @rejects: rows
-- Marks the coaches who were there before, too, and deletes them on the way back.
-- @query
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, 'Added by migration 0042', 'Events', true, 10, '2025-06-01 09:00:00+00'
FROM crush_lu_meetupevent GROUP BY organizer_id HAVING COUNT(*) >= 15
ON CONFLICT (user_id) DO UPDATE SET bio = EXCLUDED.bio;
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
DELETE FROM crush_lu_crushcoach WHERE bio = 'Added by migration 0042';
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
