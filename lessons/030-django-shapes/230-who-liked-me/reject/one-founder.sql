-- @rejects: other-values
-- An index for a single founder.
-- @changes
CREATE INDEX ON entreprinder_like (created_at DESC) WHERE liked_id = 2121;
