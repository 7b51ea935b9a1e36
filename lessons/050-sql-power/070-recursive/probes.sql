-- @probe a chain of fifty chapters over several journeys
UPDATE crush_lu_journeychapter SET prerequisite_id = CASE WHEN id > 1 THEN id - 1 END WHERE id <= 50;
-- @probe a chain that goes up
UPDATE crush_lu_journeychapter SET prerequisite_id = NULL WHERE id <> 36;
UPDATE crush_lu_journeychapter SET prerequisite_id = 60 WHERE id = 36;
UPDATE crush_lu_journeychapter SET prerequisite_id = 45 WHERE id = 60;
-- @probe nothing before it
UPDATE crush_lu_journeychapter SET prerequisite_id = NULL WHERE id = 36;
