-- event = ForeignKey(…, db_index=False): somebody wanted to save an index. Connections are kept when an event goes.
DROP INDEX crush_lu_eventinvitation_event_id_a31551ed;
-- A few drafts that nobody was invited to.
DELETE FROM crush_lu_eventinvitation WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE status = 'draft' AND event_date < '2023-01-01');
UPDATE crush_lu_eventconnection SET event_id = NULL WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE status = 'draft' AND event_date < '2023-01-01');
DELETE FROM crush_lu_meetupevent_special_users WHERE meetupevent_id IN (SELECT id FROM crush_lu_meetupevent WHERE status = 'draft' AND event_date < '2023-01-01');
VACUUM crush_lu_eventinvitation, crush_lu_eventconnection, crush_lu_meetupevent_special_users;
