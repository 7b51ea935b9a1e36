-- An anchored regular expression has a fixed beginning as well.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (title varchar_pattern_ops, event_date);
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE title ~ '^Brunch in Wiltz';
