-- @rejects: state
-- The reservations that overlap today, written down.
-- @changes
CREATE EXTENSION btree_gist;
UPDATE vinsdelux_vdlplotreservation SET status = 'expired' WHERE id IN (3027,4036,6054,9081,10090);
ALTER TABLE vinsdelux_vdlplotreservation ADD CONSTRAINT x EXCLUDE USING gist (plot_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (status <> 'expired');
