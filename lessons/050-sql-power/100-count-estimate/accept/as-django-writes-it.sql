-- A sliced queryset, counted.
-- @query
SELECT COUNT(*) FROM (
  SELECT "crush_lu_eventinvitation"."id" AS "col1" FROM "crush_lu_eventinvitation"
  WHERE "crush_lu_eventinvitation"."responded_at" IS NOT NULL LIMIT 1001
) subquery;
