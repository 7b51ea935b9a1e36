-- Equality is all that a hash index can do, and all that is asked.
-- @changes
CREATE INDEX ON entreprinder_like USING hash (liked_id);
