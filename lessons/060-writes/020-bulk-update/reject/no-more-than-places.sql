-- @rejects: state
-- An event may be overbooked, and then the counter has to say so.
-- @query
UPDATE crush_lu_meetupevent e SET registration_count = LEAST(max_participants, (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.status = 'confirmed')) WHERE e.event_date >= '2025-05-01';
