-- @rejects: buffers
-- Counts all and shows less.
-- @query
SELECT LEAST(COUNT(*), 1001) AS "__count" FROM crush_lu_eventinvitation WHERE responded_at IS NOT NULL;
