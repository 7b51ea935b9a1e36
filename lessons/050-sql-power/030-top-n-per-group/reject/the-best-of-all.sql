-- @rejects: rows
-- A LIMIT over all groups gives no group its own.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points DESC, id);
-- @query
SELECT journey_id, id, user_id, total_points FROM crush_lu_journeyprogress
ORDER BY journey_id, total_points DESC, id LIMIT 3;
