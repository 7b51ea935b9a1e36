-- @rejects: rows
-- Five steps and no more: wrong for a longer chain.
-- @query
SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id
FROM crush_lu_journeychapter a
LEFT JOIN crush_lu_journeychapter b ON b.id = a.prerequisite_id
LEFT JOIN crush_lu_journeychapter d ON d.id = b.prerequisite_id
LEFT JOIN crush_lu_journeychapter e ON e.id = d.prerequisite_id
LEFT JOIN crush_lu_journeychapter f ON f.id = e.prerequisite_id
LEFT JOIN crush_lu_journeychapter g ON g.id = f.prerequisite_id
CROSS JOIN LATERAL (VALUES (a.id, 0), (b.id, 1), (d.id, 2), (e.id, 3), (f.id, 4), (g.id, 5)) AS step (id, depth)
JOIN crush_lu_journeychapter c ON c.id = step.id
WHERE a.id = 36
ORDER BY step.depth;
