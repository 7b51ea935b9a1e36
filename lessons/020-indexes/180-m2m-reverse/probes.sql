-- @probe a plan without plots
DELETE FROM vinsdelux_vdlplot_adoption_plans WHERE vdladoptionplan_id = 372;
-- @probe offered for the first plots
UPDATE vinsdelux_vdlplot_adoption_plans SET vdladoptionplan_id = 372
WHERE id IN (SELECT min(id) FROM vinsdelux_vdlplot_adoption_plans p
             WHERE NOT EXISTS (SELECT 1 FROM vinsdelux_vdlplot_adoption_plans o WHERE o.vdlplot_id = p.vdlplot_id AND o.vdladoptionplan_id = 372)
             GROUP BY vdlplot_id HAVING vdlplot_id < 100);
