-- @rejects: state
-- Trusts that later events have larger ids.
-- @query
UPDATE crush_lu_eventinvitation SET status = 'expired' WHERE status = 'pending' AND event_id < (SELECT min(id) FROM crush_lu_meetupevent WHERE event_date >= '2022-06-01');
