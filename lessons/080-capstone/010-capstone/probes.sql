-- @probe more of everything on these days
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-20 23:59:59.999999+00' WHERE id % 997 = 0;
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-21 00:00:00+00' WHERE id % 997 = 1;
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-20 00:00:00+00' WHERE id % 997 = 2;
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id % 991 = 0;
UPDATE crush_lu_connectionmessage SET read_at = NULL WHERE id % 501 = 0;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-05-01 00:00:00+00', read_at = NULL WHERE id % 20011 = 1;
UPDATE crush_lu_meetupevent SET status = 'published', event_date = '2025-06-01' WHERE id % 201 = 0;
-- @probe two invitations with the same code
UPDATE crush_lu_eventinvitation SET invitation_code = '4f2ee74211f6529279fe1402811be048' WHERE id = 77;
UPDATE crush_lu_eventregistration SET status = 'waitlist' WHERE id = 4711;
-- @probe nothing is left of some
DELETE FROM crush_lu_connectionmessage WHERE connection_id IN (7920, 23758);
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
-- @probe at the same moment; first the even ids are written, then the odd ones
UPDATE crush_lu_connectionmessage SET sent_at = '2030-01-01 12:00+00' WHERE connection_id = 7920 AND id % 2 = 0;
UPDATE crush_lu_connectionmessage SET sent_at = '2030-01-01 12:00+00' WHERE connection_id = 7920 AND id % 2 = 1;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-04-30 23:59:59+00', read_at = NULL WHERE id % 1009 = 900;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-04-30 23:59:59+00', read_at = NULL WHERE id % 1009 = 4;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-03-10 23:59:59.999999+00', read_at = timestamptz '2031-01-01' - id * interval '1 second' WHERE id % 10007 = 5000;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-03-10 23:59:59.999999+00', read_at = timestamptz '2031-01-01' - id * interval '1 second' WHERE id % 10007 = 5;
UPDATE crush_lu_connectionmessage SET sent_at = '2025-03-11 00:00:00+00' WHERE id % 10007 = 7;
UPDATE crush_lu_eventregistration SET registered_at = '2030-01-01 12:00+00', status = 'pending' WHERE id % 1013 = 2;
UPDATE crush_lu_eventregistration SET registered_at = '2030-01-01 12:00+00', status = 'pending' WHERE id % 1013 = 900;
UPDATE crush_lu_eventregistration SET registered_at = '2029-01-01 12:00+00' WHERE user_id = 5839 AND id % 2 = 0;
UPDATE crush_lu_eventregistration SET registered_at = '2029-01-01 12:00+00' WHERE user_id = 5839 AND id % 2 = 1;
-- @probe everything lies further back or further ahead
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending' AND registered_at >= '2023-01-01';
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id % 997 = 3 AND registered_at < '2023-01-01';
UPDATE crush_lu_eventregistration SET registered_at = registered_at - interval '6 years' WHERE user_id = 5839;
UPDATE crush_lu_connectionmessage SET sent_at = sent_at - interval '6 years' WHERE connection_id = 7920;
UPDATE crush_lu_connectionmessage SET read_at = sent_at WHERE read_at IS NULL AND sent_at >= '2024-01-01';
UPDATE crush_lu_connectionmessage SET read_at = NULL WHERE id % 1009 = 5 AND sent_at < '2024-01-01';
UPDATE crush_lu_meetupevent SET event_date = event_date + interval '4 months' WHERE event_date >= '2025-06-01';
