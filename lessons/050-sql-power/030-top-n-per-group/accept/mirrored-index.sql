-- The same index in the other direction is walked backwards.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points, id DESC);
-- @query
SELECT p.journey_id, p.id, p.user_id, p.total_points
FROM crush_lu_journeyconfiguration j
LEFT JOIN LATERAL (
  SELECT * FROM crush_lu_journeyprogress WHERE journey_id = j.id ORDER BY total_points DESC, id LIMIT 3
) p ON true
WHERE p.id IS NOT NULL
ORDER BY p.journey_id, p.total_points DESC, p.id;
