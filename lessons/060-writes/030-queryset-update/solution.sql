-- @query
UPDATE crush_lu_eventinvitation
SET status = 'expired'
WHERE id IN (
  SELECT i.id
  FROM crush_lu_eventinvitation i
  INNER JOIN crush_lu_meetupevent e ON (i.event_id = e.id)
  WHERE i.status = 'pending' AND e.event_date < '2022-06-01'
);
