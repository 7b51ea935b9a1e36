-- @query
SELECT id, plot_id, starts_on, ends_on
FROM vinsdelux_vdlplotreservation
WHERE starts_on < '2021-03-15' AND ends_on > '2021-03-08';
