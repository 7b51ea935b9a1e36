-- @changes
VACUUM (FULL, ANALYZE) crush_lu_connectionmessage;
