-- All columns that select_related would fetch with only(), the organizer's id among them.
-- @query
SELECT "crush_lu_meetupevent"."id", "crush_lu_meetupevent"."title", "crush_lu_meetupevent"."event_date",
       "crush_lu_meetupevent"."organizer_id", "auth_user"."id", "auth_user"."first_name", "auth_user"."last_name"
FROM "crush_lu_meetupevent"
INNER JOIN "auth_user" ON ("crush_lu_meetupevent"."organizer_id" = "auth_user"."id")
WHERE ("crush_lu_meetupevent"."event_date" >= '2025-06-01 00:00:00+00:00'::timestamptz
       AND "crush_lu_meetupevent"."status" = 'published')
ORDER BY "crush_lu_meetupevent"."event_date" ASC;
