-- All columns and quoted names, as prefetch_related with a queryset in the IN.
-- @query
SELECT "crush_lu_meetupevent"."id", "crush_lu_meetupevent"."title", "crush_lu_meetupevent"."event_date"
FROM "crush_lu_meetupevent"
WHERE ("crush_lu_meetupevent"."event_date" >= '2025-08-01 00:00:00+00:00'::timestamptz
       AND "crush_lu_meetupevent"."status" = 'published')
ORDER BY "crush_lu_meetupevent"."event_date" ASC;
SELECT "crush_lu_eventregistration"."id", "crush_lu_eventregistration"."event_id",
       "crush_lu_eventregistration"."user_id", "crush_lu_eventregistration"."status",
       "crush_lu_eventregistration"."registered_at"
FROM "crush_lu_eventregistration"
WHERE "crush_lu_eventregistration"."event_id" IN (
  SELECT U0."id" FROM "crush_lu_meetupevent" U0
  WHERE (U0."event_date" >= '2025-08-01 00:00:00+00:00'::timestamptz AND U0."status" = 'published'));
