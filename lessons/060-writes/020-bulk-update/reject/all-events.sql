-- @rejects: state
-- Rewrites the counters of past events, too.
-- @query
UPDATE crush_lu_meetupevent e
SET registration_count = (
  SELECT COUNT(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.status = 'confirmed');
