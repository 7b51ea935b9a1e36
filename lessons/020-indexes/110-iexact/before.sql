-- @query
SELECT "auth_user"."id", "auth_user"."username", "auth_user"."email"
FROM "auth_user"
WHERE UPPER("auth_user"."email"::text) = UPPER('gabriel.scholtes3@gmail.com')
LIMIT 21;
