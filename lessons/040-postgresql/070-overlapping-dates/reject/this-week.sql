-- @rejects: other-values
-- An index for this one week.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation (id) WHERE starts_on < '2021-03-15' AND ends_on > '2021-03-08';
