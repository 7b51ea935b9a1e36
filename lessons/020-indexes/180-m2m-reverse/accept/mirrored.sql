-- The unique index the other way round: it also says which plots they are.
-- @changes
CREATE UNIQUE INDEX CONCURRENTLY ON vinsdelux_vdlplot_adoption_plans (vdladoptionplan_id, vdlplot_id);
