-- @changes
CREATE INDEX progress_metadata ON crush_lu_journeyprogress USING gin (metadata);
