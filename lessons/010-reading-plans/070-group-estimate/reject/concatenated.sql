-- @rejects: rows
-- One text out of three columns, with statistics of its own: two places may give the same text.
-- @changes
CREATE STATISTICS profile_places ON (location || canton || postal_code) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
-- @query
SELECT id, user_id, event_id, status
FROM crush_lu_eventregistration
WHERE user_id IN (SELECT MAX(user_id) FROM crush_lu_crushprofile GROUP BY location || canton || postal_code);
