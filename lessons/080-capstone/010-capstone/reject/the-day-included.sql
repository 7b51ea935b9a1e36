-- @rejects: rows
-- The reminder takes the first moment of the day as well.
-- @changes
CREATE INDEX message_by_connection ON crush_lu_connectionmessage (connection_id, sent_at);
CREATE INDEX message_by_time ON crush_lu_connectionmessage (sent_at, read_at);
CREATE INDEX registration_by_time ON crush_lu_eventregistration (registered_at);
CREATE INDEX invitation_by_code ON crush_lu_eventinvitation (invitation_code);
-- @query
-- 1. The chat: the last 20 messages of a conversation.
SELECT id, sender_id, message, sent_at
FROM crush_lu_connectionmessage
WHERE connection_id = 7920
ORDER BY sent_at DESC, id DESC
LIMIT 20;
-- 2. The coach: how many messages since New Year in four conversations.
SELECT connection_id, COUNT(*) AS messages
FROM crush_lu_connectionmessage
WHERE connection_id IN (15839, 23758, 2177, 10096) AND sent_at >= '2025-01-01'
GROUP BY connection_id
ORDER BY connection_id;
-- 3. The reminder: the 50 latest unread messages before a day.
SELECT id, connection_id, sent_at
FROM crush_lu_connectionmessage
WHERE read_at IS NULL AND sent_at <= '2025-05-01'
ORDER BY sent_at DESC, id DESC
LIMIT 50;
-- 4. Moderation: the messages of a day.
SELECT id, connection_id, sender_id, sent_at
FROM crush_lu_connectionmessage
WHERE sent_at >= '2025-03-10 00:00:00+00' AND sent_at < '2025-03-11 00:00:00+00'
ORDER BY sent_at, id;
-- 5. The organizer: the 20 latest registrations that wait for an answer.
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE status = 'pending'
ORDER BY registered_at DESC, id DESC
LIMIT 20;
-- 6. The dashboard: a day's registrations by status.
SELECT status, COUNT(*) AS registrations
FROM crush_lu_eventregistration
WHERE registered_at >= '2025-04-20 00:00:00+00' AND registered_at < '2025-04-21 00:00:00+00'
GROUP BY status
ORDER BY status;
-- 7. My page: the last ten registrations of a member.
SELECT id, event_id, status, registered_at
FROM crush_lu_eventregistration
WHERE user_id = 5839
ORDER BY registered_at DESC, id DESC
LIMIT 10;
-- 8. The admin's search box: a registration by its number.
SELECT id, event_id, user_id, status
FROM crush_lu_eventregistration
WHERE id = 4711;
-- 9. The link in the e-mail: an invitation by its code.
SELECT id, event_id, guest_email, status
FROM crush_lu_eventinvitation
WHERE invitation_code = '4f2ee74211f6529279fe1402811be048'
ORDER BY id;
-- 10. The start page: the next 20 events.
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id
LIMIT 20;
