-- @rejects: base-data
-- Empties the column that is in the way.
-- @changes
UPDATE crush_lu_meetupevent SET description = '';
