-- @rejects: rows
-- Among equal points the last one wins, not the first.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points, id);
-- @query
SELECT p.journey_id, p.id, p.user_id, p.total_points
FROM crush_lu_journeyconfiguration j
CROSS JOIN LATERAL (
  SELECT * FROM crush_lu_journeyprogress WHERE journey_id = j.id ORDER BY total_points DESC, id DESC LIMIT 3
) p
ORDER BY p.journey_id, p.total_points DESC, p.id;
