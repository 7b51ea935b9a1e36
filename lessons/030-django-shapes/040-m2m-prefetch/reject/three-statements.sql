-- @rejects: statements
-- The through table in a statement of its own.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE grape_variety = 'Pinot Gris' AND status = 'reserved' ORDER BY plot_identifier;
SELECT vdlplot_id, vdladoptionplan_id FROM vinsdelux_vdlplot_adoption_plans
WHERE vdlplot_id IN (SELECT id FROM vinsdelux_vdlplot WHERE grape_variety = 'Pinot Gris' AND status = 'reserved');
SELECT id, name, price FROM vinsdelux_vdladoptionplan ORDER BY price;
