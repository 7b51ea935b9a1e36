-- @probe everybody has the same points
UPDATE crush_lu_journeyprogress SET total_points = 100;
-- @probe a journey with one player and one with none
DELETE FROM crush_lu_journeyprogress WHERE journey_id = 2 AND id > (SELECT min(id) FROM crush_lu_journeyprogress WHERE journey_id = 2);
DELETE FROM crush_lu_journeyprogress WHERE journey_id = 3;
-- @probe a new journey
INSERT INTO crush_lu_journeyconfiguration (id, journey_name, journey_type, is_active, created_at) OVERRIDING SYSTEM VALUE
VALUES (9000001, 'Nei Rees', 'custom', true, '2026-01-01');
UPDATE crush_lu_journeyprogress SET journey_id = 9000001 WHERE journey_id = 4 AND id % 3 = 0;
