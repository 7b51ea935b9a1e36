-- @rejects: buffers
-- A B-tree has to read from the beginning of time to the end of the period.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation (starts_on, ends_on);
