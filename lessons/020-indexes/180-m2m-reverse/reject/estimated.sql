-- @rejects: rows
-- A count that remembers nothing of the pairs, only that of the plans.
-- @query
SELECT count(*) FROM vinsdelux_vdladoptionplan WHERE id = 372;
