-- Standard SQL's way.
-- @query
MERGE INTO crush_lu_eventregistration r
USING (
  SELECT s.meetupevent_id, s.user_id FROM crush_lu_meetupevent_special_users s
  JOIN crush_lu_meetupevent e ON e.id = s.meetupevent_id
  WHERE e.status = 'published' AND e.event_date >= '2025-11-01'
) guest ON guest.meetupevent_id = r.event_id AND guest.user_id = r.user_id
WHEN MATCHED THEN UPDATE SET status = 'confirmed', updated_at = '2025-06-01 09:00:00+00'
WHEN NOT MATCHED THEN INSERT (event_id, user_id, status, payment_confirmed, dietary_note, registered_at, updated_at)
  VALUES (guest.meetupevent_id, guest.user_id, 'confirmed', false, '', '2025-06-01 09:00:00+00', '2025-06-01 09:00:00+00');
