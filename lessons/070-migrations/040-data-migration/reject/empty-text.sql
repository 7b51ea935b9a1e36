-- @rejects: rows
-- Older coaches may have written nothing as well.
-- @query
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, '', 'Events', true, 10, '2025-06-01 09:00:00+00' FROM crush_lu_meetupevent GROUP BY organizer_id HAVING COUNT(*) >= 15 ON CONFLICT DO NOTHING;
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
DELETE FROM crush_lu_crushcoach WHERE bio = '' AND specialization = 'Events';
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
