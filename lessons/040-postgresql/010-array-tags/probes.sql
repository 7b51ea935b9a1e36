-- @probe both tags, in another order, with others, and twice
INSERT INTO crush_lu_globalactivityoption (id, display_name, activity_type, tags, canton, is_active, sort_order) OVERRIDING SYSTEM VALUE VALUES
  (900001, 'turned round', 'icebreaker', '{spa,eau,escalade}', 'Esch', true, 1),
  (900002, 'twice', 'icebreaker', '{spa,spa,escalade,escalade}', 'Esch', true, 1),
  (900003, 'one of them twice', 'icebreaker', '{spa,spa}', 'Esch', true, 1),
  (900004, 'similar', 'icebreaker', '{spas,escalades,"escalade,spa"}', 'Esch', true, 1),
  (900005, 'none', 'icebreaker', '{}', 'Esch', true, 1),
  (900006, 'a NULL among them', 'icebreaker', '{NULL,spa,escalade}', 'Esch', true, 1);
-- @probe the tag is renamed
UPDATE crush_lu_globalactivityoption SET tags = array_replace(tags, 'spa', 'thermes');
-- @probe many with both tags, active or not, and any number of others
UPDATE crush_lu_globalactivityoption SET tags = tags || '{spa,escalade}', sort_order = -sort_order - 1 WHERE id % 40 = 1;
