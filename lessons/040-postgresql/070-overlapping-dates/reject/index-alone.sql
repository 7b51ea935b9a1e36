-- @rejects: buffers
-- The request does not use the index’s expression.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation USING gist (daterange(starts_on, ends_on));
