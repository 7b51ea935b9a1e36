-- @query
SELECT COUNT(*) AS "__count"
FROM vinsdelux_vdlplot_adoption_plans
WHERE vdladoptionplan_id = 372;
