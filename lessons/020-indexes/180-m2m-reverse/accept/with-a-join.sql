-- Counted from the plan, as a page does that needs the plan anyway.
-- @changes
CREATE INDEX ON vinsdelux_vdlplot_adoption_plans (vdladoptionplan_id) INCLUDE (vdlplot_id);
-- @query
SELECT count(DISTINCT vdlplot_id) FROM vinsdelux_vdlplot_adoption_plans WHERE vdladoptionplan_id = 372;
