-- The living statuses named; the range first.
-- @changes
CREATE EXTENSION btree_gist;
UPDATE vinsdelux_vdlplotreservation b SET status = 'expired'
WHERE b.status IN ('held', 'confirmed') AND EXISTS (
  SELECT 1 FROM vinsdelux_vdlplotreservation a
  WHERE a.plot_id = b.plot_id AND a.id < b.id AND a.status IN ('held', 'confirmed')
    AND (a.starts_on, a.ends_on + 1) OVERLAPS (b.starts_on, b.ends_on + 1));
ALTER TABLE vinsdelux_vdlplotreservation ADD CONSTRAINT one_at_a_time EXCLUDE USING gist
  (daterange(starts_on, ends_on, '[]') WITH &&, plot_id WITH =) WHERE (status IN ('held', 'confirmed'));
