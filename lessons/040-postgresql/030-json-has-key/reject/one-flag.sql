-- @rejects: other-values
-- An index for this one flag; the next flag needs the next index.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (id) WHERE metadata ? 'beta_flag';
