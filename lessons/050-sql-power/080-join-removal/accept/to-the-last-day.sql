-- The quarter to its last microsecond; NULLs, of which there are none, would be equal.
-- @changes
ALTER TABLE crush_lu_crushprofile ADD UNIQUE NULLS NOT DISTINCT (user_id);
ALTER TABLE entreprinder_entrepreneurprofile ADD UNIQUE (user_id);
-- @query
SELECT d.id, d.username, d.email, d.date_joined FROM member_directory AS d WHERE d.date_joined BETWEEN '2025-01-01' AND '2025-03-31 23:59:59.999999' ORDER BY d.date_joined, d.id;
