-- Last night's clean-up: messages of old conversations, nine out of ten.
DELETE FROM crush_lu_connectionmessage WHERE connection_id % 10 <> 0;
ANALYZE crush_lu_connectionmessage;
