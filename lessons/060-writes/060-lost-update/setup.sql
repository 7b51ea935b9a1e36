-- Two seats are left.
UPDATE crush_lu_meetupevent SET registration_count = max_participants - 2 WHERE id = 900;
