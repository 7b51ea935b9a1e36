-- @probe one organizer for all
UPDATE crush_lu_meetupevent SET organizer_id = (SELECT min(id) FROM auth_user);
-- @probe organizers without a name
UPDATE auth_user SET first_name = '', last_name = '' WHERE id % 2 = 0;
