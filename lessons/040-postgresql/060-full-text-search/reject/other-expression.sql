-- @rejects: buffers
-- An index on a similar expression: the request does not say 'simple'.
-- @changes
CREATE INDEX ON crush_lu_meetupevent USING gin (to_tsvector('simple', COALESCE(title, '') || ' ' || COALESCE(description, '')));
