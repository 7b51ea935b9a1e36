-- @probe events are renamed
UPDATE crush_lu_meetupevent SET title = 'New title ' || id WHERE id % 3 = 0;
