-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING hash ((metadata -> 'last_active'));
ANALYZE crush_lu_journeyprogress;
