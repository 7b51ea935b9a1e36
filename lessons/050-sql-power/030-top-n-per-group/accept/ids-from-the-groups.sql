-- The ids by LATERAL, the rows by a join.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points DESC, id);
-- @query
SELECT p.journey_id, p.id, p.user_id, p.total_points
FROM crush_lu_journeyconfiguration j
CROSS JOIN LATERAL (
  SELECT id FROM crush_lu_journeyprogress WHERE journey_id = j.id ORDER BY total_points DESC, id LIMIT 3
) best
JOIN crush_lu_journeyprogress p ON p.id = best.id
ORDER BY p.journey_id, p.total_points DESC, p.id;
