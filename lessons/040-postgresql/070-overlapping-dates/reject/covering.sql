-- @rejects: buffers
-- The same without visiting the table: most of the index is still read.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation (ends_on, starts_on) INCLUDE (id, plot_id);
VACUUM vinsdelux_vdlplotreservation;
