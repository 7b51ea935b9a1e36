-- @rejects: settings
-- Switches all foreign keys off for the session.
-- @query
SET session_replication_role = replica;
DELETE FROM crush_lu_meetupevent
WHERE status = 'draft' AND event_date < '2023-01-01'
  AND NOT EXISTS (SELECT 1 FROM crush_lu_eventregistration r WHERE r.event_id = crush_lu_meetupevent.id);
