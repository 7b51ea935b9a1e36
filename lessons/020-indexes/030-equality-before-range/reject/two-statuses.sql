-- @rejects: other-values
-- An index for two of the four statuses that the page offers.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at) WHERE status IN ('cancelled', 'waitlist');
