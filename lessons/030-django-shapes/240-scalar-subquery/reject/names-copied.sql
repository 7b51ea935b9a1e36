-- @rejects: base-data
-- Keeps the name in the registration.
-- @changes
ALTER TABLE crush_lu_eventregistration ADD COLUMN username varchar(150);
UPDATE crush_lu_eventregistration r SET username = u.username FROM auth_user u WHERE u.id = r.user_id;
-- @query
SELECT id, username FROM crush_lu_eventregistration WHERE id BETWEEN 20001 AND 24500 ORDER BY id;
