-- @probe longer notes
UPDATE crush_lu_eventregistration SET dietary_note = repeat('x', 120) WHERE id % 40 = 0;
-- @probe fewer registrations
DELETE FROM crush_lu_eventregistration WHERE id % 2 = 0;
