-- @rejects: rows
-- Counts in the index and fetches only the page: cheaper, but a deleted message still shifts every page.
-- @query
SELECT m.id, m.message, m.sent_at
FROM (SELECT id FROM crush_lu_connectionmessage ORDER BY sent_at, id LIMIT 50 OFFSET 100000) AS page
JOIN crush_lu_connectionmessage m ON m.id = page.id
ORDER BY m.sent_at, m.id;
