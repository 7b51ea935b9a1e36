-- @probe members are renamed
UPDATE auth_user SET username = 'renamed ' || id WHERE id % 3 = 0;
-- @probe one member has all registrations
UPDATE crush_lu_eventregistration SET user_id = 1, event_id = event_id WHERE id IN (20001, 24500) AND user_id <> 1
  AND NOT EXISTS (SELECT 1 FROM crush_lu_eventregistration o WHERE o.event_id = crush_lu_eventregistration.event_id AND o.user_id = 1);
