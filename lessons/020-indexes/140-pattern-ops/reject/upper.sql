-- @rejects: rows
-- Finds titles in small letters too.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (upper(title) text_pattern_ops);
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE upper(title) LIKE upper('Brunch in Wiltz%');
