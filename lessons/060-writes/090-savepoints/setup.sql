DELETE FROM crush_lu_eventregistration WHERE event_id = 1993 AND user_id IN (7001, 7002, 7003);
