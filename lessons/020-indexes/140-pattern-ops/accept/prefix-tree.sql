-- A tree of prefixes.
-- @changes
CREATE INDEX ON crush_lu_meetupevent USING spgist (title);
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE title LIKE 'Brunch in Wiltz%' ORDER BY title;
