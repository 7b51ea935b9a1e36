CREATE INDEX message_by_time ON crush_lu_connectionmessage (sent_at, id);
