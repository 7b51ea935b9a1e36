-- Sorted by time within each founder: no Sort either.
-- @changes
CREATE INDEX ON entreprinder_like (liked_id, created_at DESC);
