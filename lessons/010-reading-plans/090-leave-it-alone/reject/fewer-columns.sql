-- @rejects: rows
-- Another request.
-- @query
SELECT id, email FROM auth_user WHERE is_active;
