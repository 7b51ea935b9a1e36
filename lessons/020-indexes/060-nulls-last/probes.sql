-- @probe five check-ins
DELETE FROM crush_lu_eventregistration WHERE id > 15;
UPDATE crush_lu_eventregistration SET checked_in_at = CASE WHEN id <= 5 THEN registered_at END;
-- @probe check-ins of the same moment
UPDATE crush_lu_eventregistration SET checked_in_at = '2025-05-31 19:30+00' WHERE id % 2000 = 3;
