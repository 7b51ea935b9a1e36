-- @rejects: dropped
-- Swaps the unique constraint for one in the other order, and "whom did I like" loses its index.
-- @changes
ALTER TABLE entreprinder_like DROP CONSTRAINT entreprinder_like_liker_id_liked_id_90d619f8_uniq;
CREATE INDEX ON entreprinder_like (liked_id, liker_id);
