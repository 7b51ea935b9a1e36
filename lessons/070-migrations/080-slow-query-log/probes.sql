-- @probe an afternoon of messages
SELECT pg_stat_statements_reset();
SELECT COUNT(message) FROM crush_lu_connectionmessage WHERE message LIKE '%hello%';
SELECT COUNT(message) FROM crush_lu_connectionmessage WHERE message LIKE '%wine%';
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'a' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'b' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'c' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'd' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'e' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = 'f' LIMIT 21;
-- @probe one report only
SELECT pg_stat_statements_reset();
SELECT canton, COUNT(*) FROM crush_lu_crushprofile GROUP BY canton;
SELECT id, title FROM crush_lu_meetupevent WHERE id = 7;
SELECT id, title FROM crush_lu_meetupevent WHERE id = 8;
SELECT id, title FROM crush_lu_meetupevent WHERE id = 9;
