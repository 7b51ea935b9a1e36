-- @rejects: rows
-- The plans of the plot's producer, not those of the plot.
-- @query
SELECT id, plot_identifier, name FROM vinsdelux_vdlplot
WHERE grape_variety = 'Pinot Gris' AND status = 'reserved' ORDER BY plot_identifier;
SELECT v.id AS vdlplot_id, p.id, p.name, p.price
FROM vinsdelux_vdlplot v JOIN vinsdelux_vdladoptionplan p ON p.producer_id = v.producer_id
WHERE v.grape_variety = 'Pinot Gris' AND v.status = 'reserved'
ORDER BY p.price;
