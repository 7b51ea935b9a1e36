-- The index carries the player too.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points DESC, id) INCLUDE (user_id);
-- @query
SELECT p.*
FROM crush_lu_journeyconfiguration j,
LATERAL (
  SELECT journey_id, id, user_id, total_points FROM crush_lu_journeyprogress u
  WHERE u.journey_id = j.id ORDER BY u.total_points DESC, u.id FETCH FIRST 3 ROWS ONLY
) p
ORDER BY 1, 4 DESC, 2;
