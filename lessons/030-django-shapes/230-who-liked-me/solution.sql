-- @changes
CREATE INDEX like_liked ON entreprinder_like (liked_id);
