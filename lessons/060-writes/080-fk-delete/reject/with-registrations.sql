-- @rejects: state
-- Deletes drafts that somebody has registered for.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (event_id);
-- @query
DELETE FROM crush_lu_meetupevent WHERE status = 'draft' AND event_date < '2023-01-01';
