-- @changes
CREATE INDEX event_title_like ON crush_lu_meetupevent (title varchar_pattern_ops);
