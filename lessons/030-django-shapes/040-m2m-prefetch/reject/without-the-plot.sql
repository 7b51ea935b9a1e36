-- @rejects: rows
-- The plans, but not which plot they belong to.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE grape_variety = 'Pinot Gris' AND status = 'reserved' ORDER BY plot_identifier;
SELECT p.id, p.name, p.price FROM vinsdelux_vdladoptionplan p
WHERE p.id IN (
  SELECT t.vdladoptionplan_id FROM vinsdelux_vdlplot_adoption_plans t
  JOIN vinsdelux_vdlplot v ON v.id = t.vdlplot_id
  WHERE v.grape_variety = 'Pinot Gris' AND v.status = 'reserved')
ORDER BY p.price;
