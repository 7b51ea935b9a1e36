CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
SELECT pg_stat_statements_reset();
-- An afternoon in small. One report, twice:
SELECT canton, COUNT(*) FROM crush_lu_connectionmessage m JOIN crush_lu_eventconnection c ON c.id = m.connection_id JOIN crush_lu_meetupevent e ON e.id = c.event_id GROUP BY canton;
SELECT canton, COUNT(*) FROM crush_lu_connectionmessage m JOIN crush_lu_eventconnection c ON c.id = m.connection_id JOIN crush_lu_meetupevent e ON e.id = c.event_id GROUP BY canton;
-- A code from an e-mail, many times:
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '72dfec8488b93514986ef127963ad890' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '4b782cf7efc9f5aea026ee28e58b7d96' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000001' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000002' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000003' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000004' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000005' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000006' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000007' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000008' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000009' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000010' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000011' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000012' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000013' LIMIT 21;
SELECT id, event_id, status FROM crush_lu_eventinvitation WHERE invitation_code = '00000000000000000000000000000014' LIMIT 21;
-- The list of events, and single users, who have their indexes:
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date LIMIT 20;
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-02' ORDER BY event_date LIMIT 20;
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-03' ORDER BY event_date LIMIT 20;
SELECT id, username, email FROM auth_user WHERE id = 11 LIMIT 21;
SELECT id, username, email FROM auth_user WHERE id = 12 LIMIT 21;
SELECT id, username, email FROM auth_user WHERE id = 13 LIMIT 21;
SELECT id, username, email FROM auth_user WHERE id = 14 LIMIT 21;
SELECT id, username, email FROM auth_user WHERE id = 15 LIMIT 21;
SELECT id, username, email FROM auth_user WHERE id = 16 LIMIT 21;
