-- @rejects: state
-- Removes the overlaps by expiring both sides.
-- @changes
CREATE EXTENSION IF NOT EXISTS btree_gist;
UPDATE vinsdelux_vdlplotreservation a SET status = 'expired'
FROM vinsdelux_vdlplotreservation b
WHERE a.plot_id = b.plot_id AND a.id <> b.id AND a.status <> 'expired' AND b.status <> 'expired'
  AND a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on;
ALTER TABLE vinsdelux_vdlplotreservation ADD CONSTRAINT no_overlap EXCLUDE USING gist
  (plot_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (status <> 'expired');
