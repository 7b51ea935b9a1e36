-- One pass with a counter for each month, turned into rows.
-- @query
SELECT c.month, c.registrations
FROM (
  SELECT array_agg(month ORDER BY month) AS months FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
) m,
(SELECT array[
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 1), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 2),
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 3), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 4),
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 5), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 6),
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 7), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 8),
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 9), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 10),
    COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 11), COUNT(*) FILTER (WHERE EXTRACT(MONTH FROM at) = 12)] AS counts
 FROM (SELECT registered_at AT TIME ZONE 'UTC' AS at FROM crush_lu_eventregistration) r
 WHERE EXTRACT(YEAR FROM at) = 2024) n,
unnest(m.months, n.counts) AS c (month, registrations)
ORDER BY c.month;
