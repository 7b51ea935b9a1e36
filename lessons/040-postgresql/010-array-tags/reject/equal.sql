-- @rejects: rows
-- Only activities with exactly these tags in this order.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption (tags);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE tags = ARRAY['escalade', 'spa']::varchar(50)[];
