-- @query
SELECT id FROM auth_user WHERE id % 50 = 0;
-- @for-each-row
UPDATE auth_user SET last_login = '2025-06-02 08:00:00+00' WHERE id = :id;
