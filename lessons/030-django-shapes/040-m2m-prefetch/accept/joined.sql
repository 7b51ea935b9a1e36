-- All three tables joined: the plot has one row, so nothing is multiplied.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE status = 'reserved' AND grape_variety = 'Pinot Gris' ORDER BY plot_identifier;
SELECT t.vdlplot_id, p.id, p.name, p.price, p.duration_months
FROM vinsdelux_vdlplot v
JOIN vinsdelux_vdlplot_adoption_plans t ON t.vdlplot_id = v.id
JOIN vinsdelux_vdladoptionplan p ON p.id = t.vdladoptionplan_id
WHERE v.status = 'reserved' AND v.grape_variety = 'Pinot Gris'
ORDER BY p.price;
