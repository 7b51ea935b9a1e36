-- The whole database, and old rows frozen on the way.
-- @changes
VACUUM (FREEZE);
