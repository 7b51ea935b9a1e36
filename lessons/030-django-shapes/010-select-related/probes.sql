-- @probe one organizer for all
UPDATE crush_lu_meetupevent SET organizer_id = (SELECT min(id) FROM auth_user);
-- @probe organizers without a name
UPDATE auth_user SET first_name = '', last_name = '' WHERE id % 2 = 0;
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2027-03-01 19:00:00+00' WHERE id % 40 = 0;
