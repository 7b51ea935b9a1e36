-- @rejects: rows
-- Names all statuses, so that one without registrations appears with zero.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (user_id, status);
-- @query
SELECT s.status, (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.user_id = 3758 AND r.status = s.status) AS n
FROM (VALUES ('pending'), ('confirmed'), ('waitlist'), ('cancelled')) s (status);
