-- @rejects: index
-- This one report asks the table itself. The others still join, and nothing prevents a second profile.
-- @query
SELECT id, username, email, date_joined FROM auth_user
WHERE date_joined >= '2025-01-01' AND date_joined < '2025-04-01' ORDER BY date_joined, id;
