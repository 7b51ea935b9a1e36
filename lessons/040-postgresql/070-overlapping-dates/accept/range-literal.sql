-- The range as a constant, its bounds spelled out in the index.
-- @changes
CREATE INDEX CONCURRENTLY ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on, '[)'));
-- @query
SELECT id, plot_id, starts_on, ends_on FROM vinsdelux_vdlplotreservation
WHERE daterange(starts_on, ends_on, '[)') && '[2021-03-08,2021-03-15)'::daterange;
