-- @rejects: buffers
-- The unique index once more.
-- @changes
CREATE INDEX ON vinsdelux_vdlplot_adoption_plans (vdlplot_id, vdladoptionplan_id, id);
