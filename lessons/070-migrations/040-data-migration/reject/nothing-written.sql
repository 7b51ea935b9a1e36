-- @rejects: node
-- Shows what the migration would have done.
-- @query
SELECT user_id FROM crush_lu_crushcoach UNION SELECT organizer_id FROM (SELECT organizer_id FROM crush_lu_meetupevent GROUP BY 1 HAVING COUNT(*) >= 15) o ORDER BY 1;
SELECT user_id FROM crush_lu_crushcoach ORDER BY user_id;
