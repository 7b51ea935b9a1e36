-- @probe plots without plans
DELETE FROM vinsdelux_vdlplot_adoption_plans WHERE vdlplot_id % 2 = 0;
-- @probe more plots are reserved
UPDATE vinsdelux_vdlplot SET status = 'reserved' WHERE id % 40 = 0;
