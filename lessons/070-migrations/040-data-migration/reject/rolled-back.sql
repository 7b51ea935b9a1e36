-- @rejects: node
-- A transaction that is rolled back is no migration that is taken back a week later.
-- @query
BEGIN;
WITH i AS (INSERT INTO crush_lu_crushcoach (user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT organizer_id, '', 'Events', true, 10, '2025-06-01 09:00:00+00' FROM crush_lu_meetupevent GROUP BY organizer_id HAVING COUNT(*) >= 15 ON CONFLICT (user_id) DO NOTHING RETURNING user_id)
SELECT user_id FROM i UNION SELECT user_id FROM crush_lu_crushcoach;
ROLLBACK;
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
