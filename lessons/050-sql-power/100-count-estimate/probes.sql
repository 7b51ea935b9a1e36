-- @probe fewer than a thousand are answered
UPDATE crush_lu_eventinvitation SET responded_at = NULL WHERE id > 700;
-- @probe exactly a thousand
DELETE FROM crush_lu_eventinvitation WHERE responded_at IS NULL;
DELETE FROM crush_lu_eventinvitation WHERE id > (SELECT id FROM crush_lu_eventinvitation ORDER BY id OFFSET 999 LIMIT 1);
-- @probe nothing is answered
UPDATE crush_lu_eventinvitation SET responded_at = NULL;
