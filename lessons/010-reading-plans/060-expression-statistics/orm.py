# before
profiles = CrushProfile.objects.filter(location__iexact="luxembourg")
EventRegistration.objects.filter(user__in=profiles.values("user")).aggregate(
    registrations=Count("*"),
    paid=Count("id", filter=Q(payment_confirmed=True)),
)

# after
# The query stays. The statistics come with a migration:
class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(
            "CREATE STATISTICS profile_location_upper"
            " ON (UPPER(location::text)) FROM crush_lu_crushprofile",
            "DROP STATISTICS profile_location_upper",
        ),
        migrations.RunSQL("ANALYZE crush_lu_crushprofile", migrations.RunSQL.noop),
    ]
