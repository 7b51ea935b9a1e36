-- @rejects: tampering
-- Tells the planner that there is only one canton.
-- @changes
ALTER TABLE crush_lu_crushprofile ALTER COLUMN canton SET (n_distinct = 1);
ALTER TABLE crush_lu_crushprofile ALTER COLUMN postal_code SET (n_distinct = 1);
ANALYZE crush_lu_crushprofile;
