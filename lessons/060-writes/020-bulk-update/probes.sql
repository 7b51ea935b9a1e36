-- @probe events without a confirmed registration
UPDATE crush_lu_eventregistration SET status = 'waitlist' WHERE event_id % 3 = 0;
-- @probe counters at random
UPDATE crush_lu_meetupevent SET registration_count = id % 50;
-- @probe events at the boundary
UPDATE crush_lu_meetupevent SET event_date = '2025-05-01 00:00:00+00' WHERE id % 40 = 0;
-- @probe more guests than places
UPDATE crush_lu_meetupevent SET max_participants = 2;
