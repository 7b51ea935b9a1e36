-- The range finds, the old conditions stay as well.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on));
-- @query
SELECT r.id, r.plot_id, r.starts_on, r.ends_on FROM vinsdelux_vdlplotreservation r
WHERE daterange(r.starts_on, r.ends_on) && daterange('2021-03-08', '2021-03-15')
  AND r.starts_on < '2021-03-15' AND r.ends_on > '2021-03-08';
