-- @probe all busy organizers are coaches
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, 'Long before', 'Events', false, 5, '2023-01-01 12:00:00+00' FROM crush_lu_meetupevent
GROUP BY organizer_id HAVING COUNT(*) >= 15 ON CONFLICT (user_id) DO NOTHING;
-- @probe no coaches yet
DELETE FROM crush_lu_crushcoach;
-- @probe more events
UPDATE crush_lu_meetupevent SET organizer_id = (SELECT min(organizer_id) FROM crush_lu_meetupevent) WHERE id % 5 = 0;
-- @probe coaches who have written nothing
INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, '', 'Events', true, 10, '2024-09-01 12:00:00+00' FROM crush_lu_meetupevent
GROUP BY organizer_id HAVING COUNT(*) >= 15 AND organizer_id % 2 = 0 ON CONFLICT (user_id) DO NOTHING;
