-- @changes
VACUUM FULL crush_lu_connectionmessage;
