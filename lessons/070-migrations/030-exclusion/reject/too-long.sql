-- @rejects: errors
-- A month of rest after each stay: the guest of the day after is refused as well.
-- @changes
CREATE EXTENSION IF NOT EXISTS btree_gist;
UPDATE vinsdelux_vdlplotreservation later SET status = 'expired'
FROM vinsdelux_vdlplotreservation earlier
WHERE earlier.plot_id = later.plot_id AND earlier.id < later.id
  AND earlier.status <> 'expired' AND later.status <> 'expired'
  AND earlier.starts_on <= later.ends_on AND later.starts_on <= earlier.ends_on;
ALTER TABLE vinsdelux_vdlplotreservation ADD CONSTRAINT no_overlap EXCLUDE USING gist
  (plot_id WITH =, daterange(starts_on, ends_on + 30, '[]') WITH &&) WHERE (status <> 'expired' AND starts_on >= '2026-01-01');
