-- @probe nobody is invited to half of the events
DELETE FROM crush_lu_eventinvitation WHERE event_id % 2 = 0;
-- @probe all drafts are published
UPDATE crush_lu_meetupevent SET status = 'published';
-- @probe invitations without an inviting user
UPDATE crush_lu_eventinvitation SET invited_by_id = NULL, responded_at = NULL WHERE event_id % 3 = 0;
-- @probe events at the first moment of the months
UPDATE crush_lu_meetupevent SET event_date = '2025-06-01', status = 'published' WHERE id % 400 = 3;
UPDATE crush_lu_meetupevent SET event_date = '2025-04-01', status = 'published' WHERE id % 400 = 5;
