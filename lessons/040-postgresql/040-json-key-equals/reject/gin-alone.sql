-- @rejects: buffers
-- GIN knows @>, the request says =.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata);
