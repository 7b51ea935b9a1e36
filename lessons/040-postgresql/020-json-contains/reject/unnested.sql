-- @rejects: buffers
-- Takes every document apart at run time; no index can help.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (completed_challenges jsonb_path_ops);
-- @query
SELECT id, user_id, total_points FROM crush_lu_journeyprogress
WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(CASE WHEN jsonb_typeof(completed_challenges) = 'array' THEN completed_challenges ELSE '[]' END) c WHERE c = '34')
  AND EXISTS (SELECT 1 FROM jsonb_array_elements(CASE WHEN jsonb_typeof(completed_challenges) = 'array' THEN completed_challenges ELSE '[]' END) c WHERE c = '35');
