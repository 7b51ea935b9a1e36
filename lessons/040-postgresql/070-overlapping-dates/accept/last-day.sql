-- The week given by its last day, which is included.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on));
-- @query
SELECT id, plot_id, starts_on, ends_on FROM vinsdelux_vdlplotreservation
WHERE daterange(starts_on, ends_on) && daterange('2021-03-08', '2021-03-14', '[]');
