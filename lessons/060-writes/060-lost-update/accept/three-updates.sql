-- Without the loop: what the three requests send, one after the other.
-- @query
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1 WHERE id = 900 AND registration_count < max_participants RETURNING registration_count;
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1 WHERE id = 900 AND registration_count < max_participants RETURNING registration_count;
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1 WHERE id = 900 AND registration_count < max_participants RETURNING registration_count;
