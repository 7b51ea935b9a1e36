-- The list is made and used within the database.
-- @query
SELECT count(*) FROM crush_lu_eventregistration
WHERE user_id = ANY (ARRAY(SELECT user_id FROM crush_lu_crushprofile WHERE location = 'Mersch' AND is_approved));
