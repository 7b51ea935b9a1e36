-- varchar and text are the same to an index; the columns of the page come along.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_meetupevent (title text_pattern_ops) INCLUDE (id, event_date);
