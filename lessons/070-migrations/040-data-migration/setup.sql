-- Some of the busy organizers are coaches already.
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, 'Coach since the first evening', 'Events', true, 10, '2024-03-01 12:00:00+00'
FROM crush_lu_meetupevent GROUP BY organizer_id HAVING COUNT(*) >= 15 AND organizer_id % 3 = 0
ON CONFLICT (user_id) DO NOTHING;
