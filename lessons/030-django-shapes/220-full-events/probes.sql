-- @probe overbooked
UPDATE crush_lu_meetupevent SET registration_count = max_participants + 3 WHERE id % 10 = 0;
-- @probe exactly full
UPDATE crush_lu_meetupevent SET registration_count = max_participants WHERE id % 10 = 1;
