-- Registrations were imported past the application, so some counters are wrong.
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 3 WHERE id % 4 = 0;
