-- @probe members move to another canton
UPDATE crush_lu_crushprofile SET canton = 'Mersch' WHERE id % 3 = 0;
-- @probe members move to another postal code
UPDATE crush_lu_crushprofile SET postal_code = 'L-9999' WHERE id % 3 = 1;
-- @probe cantons take the names of towns
UPDATE crush_lu_crushprofile SET canton = 'Luxembourg', postal_code = 'L-1478' WHERE id % 4 = 0;
