-- @rejects: buffers
-- An index for the direction that was quick already.
-- @changes
CREATE INDEX ON vinsdelux_vdlplot_adoption_plans (vdlplot_id);
