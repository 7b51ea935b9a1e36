-- @probe all senders are known
UPDATE crush_lu_eventinvitation SET invited_by_id = 1 WHERE invited_by_id IS NULL;
-- @probe all senders are gone
UPDATE crush_lu_eventinvitation SET invited_by_id = NULL WHERE invited_by_id > 9000;
