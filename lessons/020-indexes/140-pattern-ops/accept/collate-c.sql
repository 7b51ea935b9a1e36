-- Sorted by characters, by another name.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (title COLLATE "C");
