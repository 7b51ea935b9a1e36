DELETE FROM crush_lu_eventregistration WHERE event_id = 900 AND user_id IN (4001, 4002, 4003);
