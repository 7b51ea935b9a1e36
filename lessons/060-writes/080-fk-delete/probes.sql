-- @probe fewer drafts
UPDATE crush_lu_meetupevent SET status = 'cancelled' WHERE status = 'draft' AND id % 2 = 0;
-- @probe drafts at the boundary
UPDATE crush_lu_meetupevent SET event_date = '2023-01-01 00:00:00+00' WHERE status = 'draft' AND event_date BETWEEN '2022-06-01' AND '2023-01-01';
