-- @rejects: state
-- Refuses the same first day only.
-- @changes
UPDATE vinsdelux_vdlplotreservation later SET status = 'expired'
FROM vinsdelux_vdlplotreservation earlier
WHERE earlier.plot_id = later.plot_id AND earlier.id < later.id
  AND earlier.status <> 'expired' AND later.status <> 'expired'
  AND earlier.starts_on <= later.ends_on AND later.starts_on <= earlier.ends_on;
CREATE UNIQUE INDEX ON vinsdelux_vdlplotreservation (plot_id, starts_on) WHERE status <> 'expired';
