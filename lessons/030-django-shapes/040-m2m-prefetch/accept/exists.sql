-- The plots of the page by EXISTS.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE grape_variety = 'Pinot Gris' AND status = 'reserved' ORDER BY plot_identifier;
SELECT t.vdlplot_id, p.id, p.name, p.price
FROM vinsdelux_vdlplot_adoption_plans t
JOIN vinsdelux_vdladoptionplan p ON p.id = t.vdladoptionplan_id
WHERE EXISTS (
  SELECT 1 FROM vinsdelux_vdlplot v
  WHERE v.id = t.vdlplot_id AND v.grape_variety = 'Pinot Gris' AND v.status = 'reserved')
ORDER BY p.price, p.id;
