-- @rejects: rows
-- Nobody has stayed longer than 90 days so far.
-- @changes
CREATE INDEX ON vinsdelux_vdlplotreservation (starts_on);
-- @query
SELECT id, plot_id, starts_on, ends_on FROM vinsdelux_vdlplotreservation
WHERE starts_on >= date '2021-03-08' - 90 AND starts_on < '2021-03-15' AND ends_on > '2021-03-08';
