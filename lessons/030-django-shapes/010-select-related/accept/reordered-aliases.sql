-- Other names, in another order.
-- @query
SELECT u.first_name AS organizer_first, u.last_name AS organizer_last, e.organizer_id, e.title AS event, e.event_date AS "when", e.id FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id WHERE e.status = 'published' AND e.event_date >= '2025-06-01' ORDER BY e.event_date;
