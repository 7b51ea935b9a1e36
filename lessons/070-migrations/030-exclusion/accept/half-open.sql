-- The range up to the day after the last one is the same range.
-- @changes
CREATE EXTENSION IF NOT EXISTS btree_gist;
UPDATE vinsdelux_vdlplotreservation SET status = 'expired' WHERE status <> 'expired' AND id IN (
  SELECT b.id FROM vinsdelux_vdlplotreservation a JOIN vinsdelux_vdlplotreservation b
    ON a.plot_id = b.plot_id AND a.id < b.id
    AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')
  WHERE a.status <> 'expired' AND b.status <> 'expired');
ALTER TABLE vinsdelux_vdlplotreservation ADD EXCLUDE USING gist
  (plot_id WITH =, daterange(starts_on, ends_on + 1) WITH &&) WHERE (status <> 'expired');
