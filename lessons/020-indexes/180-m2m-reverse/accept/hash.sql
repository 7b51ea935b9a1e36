-- A hash index; the rows are counted in the table then.
-- @changes
CREATE INDEX ON vinsdelux_vdlplot_adoption_plans USING hash (vdladoptionplan_id);
