-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE title::text LIKE 'Brunch in Wiltz%';
