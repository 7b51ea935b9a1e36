-- @query
SELECT COUNT(*) AS "__count"
FROM crush_lu_eventinvitation
WHERE responded_at IS NOT NULL;
