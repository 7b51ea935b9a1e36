-- @probe one seat left
UPDATE crush_lu_meetupevent SET registration_count = max_participants - 1 WHERE id = 900;
-- @probe room for everybody
UPDATE crush_lu_meetupevent SET registration_count = 7, max_participants = 40 WHERE id = 900;
-- @probe full
UPDATE crush_lu_meetupevent SET registration_count = max_participants WHERE id = 900;
-- @probe nobody yet
UPDATE crush_lu_meetupevent SET registration_count = 0, max_participants = 2 WHERE id = 900;
-- @probe overbooked already
UPDATE crush_lu_meetupevent SET registration_count = max_participants + 3 WHERE id = 900;
