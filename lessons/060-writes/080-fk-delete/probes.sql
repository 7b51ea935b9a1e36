-- @probe fewer drafts
UPDATE crush_lu_meetupevent SET status = 'cancelled' WHERE status = 'draft' AND id % 2 = 0;
-- @probe drafts at the boundary
UPDATE crush_lu_meetupevent SET event_date = '2023-01-01 00:00:00+00' WHERE status = 'draft' AND event_date BETWEEN '2022-06-01' AND '2023-01-01';
-- @probe somebody has registered for a draft
INSERT INTO crush_lu_eventregistration (event_id, user_id, status, payment_confirmed, checked_in_at, dietary_note, registered_at, updated_at)
SELECT id, 11, 'pending', false, NULL, '', '2022-06-01', '2022-06-01' FROM crush_lu_meetupevent WHERE status = 'draft' AND event_date < '2023-01-01' AND id % 3 = 0
ON CONFLICT DO NOTHING;
