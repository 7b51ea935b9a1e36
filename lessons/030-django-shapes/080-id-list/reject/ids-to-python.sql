-- @rejects: rows-returned
-- One statement, and the counting is left to Python.
-- @query
SELECT r.id FROM crush_lu_eventregistration AS r
JOIN crush_lu_crushprofile AS p ON p.user_id = r.user_id
WHERE p.location = 'Mersch' AND p.is_approved;
