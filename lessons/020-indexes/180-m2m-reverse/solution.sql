-- @changes
CREATE INDEX plot_plan_by_plan ON vinsdelux_vdlplot_adoption_plans (vdladoptionplan_id);
