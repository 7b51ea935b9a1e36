-- @probe towns in other letters
UPDATE crush_lu_crushprofile SET location = CASE id % 3 WHEN 0 THEN lower(location) WHEN 1 THEN upper(location) ELSE location END;
-- @probe towns with spaces
UPDATE crush_lu_crushprofile SET location = location || ' ' WHERE id % 2 = 0;
-- @probe nobody lives there
UPDATE crush_lu_crushprofile SET location = 'Strassen' WHERE location = 'Luxembourg';
