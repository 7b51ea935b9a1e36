-- @rejects: rows
-- The same with a window.
-- @changes
CREATE INDEX submission_latest ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
-- @query
SELECT profile_id, status, submitted_at
FROM (
  SELECT profile_id, status, submitted_at,
         row_number() OVER (PARTITION BY profile_id ORDER BY submitted_at DESC) AS nr
  FROM crush_lu_profilesubmission
) s
WHERE nr = 1;
