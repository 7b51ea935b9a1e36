-- @probe titles around the beginning
UPDATE crush_lu_meetupevent SET title = 'Brunch in Wiltz' WHERE id = 11;
UPDATE crush_lu_meetupevent SET title = 'Brunch in Wiltzé' WHERE id = 12;
UPDATE crush_lu_meetupevent SET title = 'brunch in wiltz' WHERE id = 13;
UPDATE crush_lu_meetupevent SET title = 'Le Brunch in Wiltz' WHERE id = 14;
UPDATE crush_lu_meetupevent SET title = 'Brunch-in-Wiltz' WHERE id = 15;
