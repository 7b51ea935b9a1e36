-- Numbered within each profile; the index delivers the order.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
-- @query
SELECT profile_id, status, submitted_at
FROM (
  SELECT profile_id, status, submitted_at,
         row_number() OVER (PARTITION BY profile_id ORDER BY submitted_at DESC, id DESC) AS n
  FROM crush_lu_profilesubmission
) AS numbered
WHERE n = 1;
