-- @rejects: other-values
-- Covers this member.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status) WHERE user_id = 3758;
