-- @query
SELECT id, event_id, guest_name, guest_email
FROM crush_lu_eventinvitation
WHERE UPPER(guest_email::text) LIKE UPPER('%günther.zeimes%');
