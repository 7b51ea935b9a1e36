-- @rejects: state
-- Lets the same guest book the same plot twice.
-- @changes
CREATE EXTENSION btree_gist;
UPDATE vinsdelux_vdlplotreservation l SET status = 'expired'
WHERE status <> 'expired' AND EXISTS (SELECT 1 FROM vinsdelux_vdlplotreservation e WHERE e.plot_id = l.plot_id AND e.id < l.id AND e.status <> 'expired' AND e.starts_on <= l.ends_on AND l.starts_on <= e.ends_on);
ALTER TABLE vinsdelux_vdlplotreservation ADD CONSTRAINT x EXCLUDE USING gist (plot_id WITH =, user_id WITH <>, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (status <> 'expired');
