-- @probe many events alike
UPDATE crush_lu_meetupevent SET title = 'Jazz à Clervaux', description = 'Une soirée.' WHERE id % 60 = 0;
-- @probe other forms of the words, and other words
UPDATE crush_lu_meetupevent SET title = (ARRAY['JAZZ, Clervaux', 'jazzman clervaux', 'Clervauxjazz', 'Clervaux', 'jazz', 'Le jazz de Clervaux-ville'])[1 + id % 6], description = '' WHERE id % 40 < 6;
-- @probe one word in the title, one in the description
UPDATE crush_lu_meetupevent SET title = 'Clervaux', description = 'du jazz' WHERE id BETWEEN 100 AND 104;
-- @probe words that are cut to other stems in other languages
UPDATE crush_lu_meetupevent SET title = 'Clervaux jazzing', description = 'On jazze, nous jazzons, jazzed' WHERE id % 50 = 7;
