-- @rejects: rows
-- Another question: addresses that begin with it.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (UPPER(guest_email::text) text_pattern_ops);
-- @query
SELECT id, event_id, guest_name, guest_email FROM crush_lu_eventinvitation
WHERE UPPER(guest_email::text) LIKE UPPER('günther.zeimes%');
