-- @changes
CREATE INDEX progress_last_active ON crush_lu_journeyprogress ((metadata -> 'last_active'));
ANALYZE crush_lu_journeyprogress;
