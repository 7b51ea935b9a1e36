-- @rejects: base-data
-- Copies the names into the events.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN first_name varchar(150), ADD COLUMN last_name varchar(150);
UPDATE crush_lu_meetupevent e SET first_name = u.first_name, last_name = u.last_name FROM auth_user u WHERE u.id = e.organizer_id;
-- @query
SELECT id, title, event_date, organizer_id, first_name, last_name FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
