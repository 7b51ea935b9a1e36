-- @probe more of everything on these days
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-20 23:59:59.999999+00' WHERE id % 997 = 0;
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-21 00:00:00+00' WHERE id % 997 = 1;
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-20 00:00:00+00' WHERE id % 997 = 2;
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id % 991 = 0;
UPDATE crush_lu_connectionmessage SET read_at = NULL WHERE id % 501 = 0;
UPDATE crush_lu_meetupevent SET status = 'published', event_date = '2025-06-01' WHERE id % 201 = 0;
-- @probe two invitations with the same code
UPDATE crush_lu_eventinvitation SET invitation_code = '4f2ee74211f6529279fe1402811be048' WHERE id = 77;
UPDATE crush_lu_eventregistration SET status = 'waitlist' WHERE id = 4711;
-- @probe nothing is left of some
DELETE FROM crush_lu_connectionmessage WHERE connection_id IN (7920, 23758);
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
