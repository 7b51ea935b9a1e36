-- @probe the code is unknown
UPDATE crush_lu_eventinvitation SET invitation_code = 'expired' WHERE invitation_code = '38c79eb370340a08a083bacc527da78e';
-- @probe the code in capitals
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code);
-- @probe the guest has answered
UPDATE crush_lu_eventinvitation SET status = 'declined', responded_at = '2026-01-05 12:00+00';
-- @probe another guest has the code
UPDATE crush_lu_eventinvitation SET invitation_code = CASE id WHEN 4001 THEN '38c79eb370340a08a083bacc527da78e' ELSE 'expired' END
WHERE id = 4001 OR invitation_code = '38c79eb370340a08a083bacc527da78e';
