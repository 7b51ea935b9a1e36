-- @rejects: rows
-- The plots come by name, not by their identifier.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE grape_variety = 'Pinot Gris' AND status = 'reserved' ORDER BY name;
SELECT t.vdlplot_id, p.id, p.name, p.price
FROM vinsdelux_vdladoptionplan p
JOIN vinsdelux_vdlplot_adoption_plans t ON t.vdladoptionplan_id = p.id
WHERE t.vdlplot_id IN (
  SELECT id FROM vinsdelux_vdlplot WHERE grape_variety = 'Pinot Gris' AND status = 'reserved')
ORDER BY p.price;
