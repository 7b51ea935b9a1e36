-- @query
SELECT journey_id, id, user_id, total_points
FROM (
  SELECT id, journey_id, user_id, total_points,
         ROW_NUMBER() OVER (PARTITION BY journey_id ORDER BY total_points DESC, id) AS place
  FROM crush_lu_journeyprogress
) ranked
WHERE place <= 3
ORDER BY journey_id, total_points DESC, id;
