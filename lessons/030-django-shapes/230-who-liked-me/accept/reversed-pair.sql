-- The pair in the other order, which also serves mutual likes from the index alone.
-- @changes
CREATE INDEX ON entreprinder_like (liked_id, liker_id) INCLUDE (created_at);
