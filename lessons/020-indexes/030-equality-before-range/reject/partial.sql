-- @rejects: other-values
-- Good for cancellations, but the page lets the coach choose the status.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at) WHERE status = 'cancelled';
