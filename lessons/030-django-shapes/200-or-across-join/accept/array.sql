-- The conversations first, as an array: then both conditions are on one table and a BitmapOr serves them.
-- @query
SELECT id, sent_at
FROM crush_lu_connectionmessage
WHERE sender_id = 4242
   OR connection_id = ANY (ARRAY(SELECT id FROM crush_lu_eventconnection WHERE user1_id = 4242 OR user2_id = 4242))
ORDER BY id;
