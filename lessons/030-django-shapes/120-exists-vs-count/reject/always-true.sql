-- @rejects: hard-coded
-- It has been true so far.
-- @query
SELECT true AS any_unread;
