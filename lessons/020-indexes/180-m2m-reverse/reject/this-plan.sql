-- @rejects: other-values
-- An index for one plan.
-- @changes
CREATE INDEX ON vinsdelux_vdlplot_adoption_plans (vdlplot_id) WHERE vdladoptionplan_id = 372;
