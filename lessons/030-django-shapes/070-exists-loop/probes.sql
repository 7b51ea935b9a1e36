-- @probe registered nowhere
DELETE FROM crush_lu_eventregistration WHERE user_id = 7920;
-- @probe everybody else is gone
DELETE FROM crush_lu_eventregistration WHERE user_id <> 7920 AND event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-06-01');
