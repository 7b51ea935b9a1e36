-- @rejects: buffers
-- Everything in the index, and still in the wrong order.
-- @changes
CREATE INDEX ON entreprinder_like (liker_id, liked_id) INCLUDE (created_at);
