-- @rejects: buffers
-- SQL’s own OVERLAPS is a function that no index serves.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on));
-- @query
SELECT id, plot_id, starts_on, ends_on FROM vinsdelux_vdlplotreservation
WHERE (starts_on, ends_on) OVERLAPS (date '2021-03-08', date '2021-03-15');
