-- @probe more pending invitations
UPDATE crush_lu_eventinvitation SET status = 'pending', responded_at = NULL WHERE id % 30 = 0;
-- @probe events at the boundary
UPDATE crush_lu_meetupevent SET event_date = '2022-06-01 00:00:00+00' WHERE event_date BETWEEN '2022-05-01' AND '2022-06-30';
-- @probe nothing is pending
UPDATE crush_lu_eventinvitation SET status = 'accepted' WHERE status = 'pending';
-- @probe old events are postponed
UPDATE crush_lu_meetupevent SET event_date = '2025-09-01 18:00:00+00' WHERE id % 7 = 0;
