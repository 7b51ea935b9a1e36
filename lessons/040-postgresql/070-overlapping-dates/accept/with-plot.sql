-- The plot as well, as an exclusion constraint would have it.
-- @changes
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE INDEX ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on), plot_id);
-- @query
SELECT id, plot_id, starts_on, ends_on FROM vinsdelux_vdlplotreservation
WHERE daterange('2021-03-08', '2021-03-15') && daterange(starts_on, ends_on);
