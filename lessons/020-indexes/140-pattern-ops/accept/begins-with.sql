-- The operator for “begins with”; it needs the collation "C".
-- @changes
CREATE INDEX ON crush_lu_meetupevent (title COLLATE "C");
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE title ^@ 'Brunch in Wiltz';
