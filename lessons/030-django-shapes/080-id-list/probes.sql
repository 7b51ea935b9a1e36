-- @probe members move to the town
UPDATE crush_lu_crushprofile SET location = 'Mersch' WHERE id % 50 = 0;
-- @probe nobody is approved
UPDATE crush_lu_crushprofile SET is_approved = false WHERE location = 'Mersch';
