# before
newest = (
    CrushProfile.objects.order_by()
    .values("location", "canton", "postal_code")
    .annotate(newest=Max("user"))
    .values("newest")
)
EventRegistration.objects.filter(user__in=newest).order_by().values(
    "id", "user_id", "event_id", "status"
)

# after
# The query stays. The statistics come with a migration:
class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(
            "CREATE STATISTICS profile_places (ndistinct)"
            " ON location, canton, postal_code FROM crush_lu_crushprofile",
            "DROP STATISTICS profile_places",
        ),
        migrations.RunSQL("ANALYZE crush_lu_crushprofile", migrations.RunSQL.noop),
    ]
