-- @probe the same town in two cantons
UPDATE crush_lu_crushprofile SET canton = 'Mersch' WHERE id % 2 = 0;
-- @probe the same town with two postal codes
UPDATE crush_lu_crushprofile SET postal_code = 'L-9999' WHERE id % 3 = 0;
-- @probe one place only
UPDATE crush_lu_crushprofile SET location = 'Wiltz', canton = 'Wiltz', postal_code = 'L-1';
-- @probe many places
UPDATE crush_lu_crushprofile SET postal_code = 'L-' || id % 211;
-- @probe names that run together
UPDATE crush_lu_crushprofile SET location = location || canton, canton = '' WHERE id % 2 = 0;
