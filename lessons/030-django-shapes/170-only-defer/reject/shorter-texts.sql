-- @rejects: base-data
-- Cuts the descriptions.
-- @changes
UPDATE crush_lu_meetupevent SET description = left(description, 200);
