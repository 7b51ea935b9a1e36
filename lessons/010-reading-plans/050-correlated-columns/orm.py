# before
profiles = CrushProfile.objects.filter(
    canton="Luxembourg", location="Luxembourg", postal_code="L-1478"
)
EventRegistration.objects.filter(user__in=profiles.values("user")).aggregate(
    registrations=Count("*"),
    paid=Count("id", filter=Q(payment_confirmed=True)),
)

# after
# The query stays. The statistics come with a migration:
class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(
            "CREATE STATISTICS profile_place (dependencies)"
            " ON location, canton, postal_code FROM crush_lu_crushprofile",
            "DROP STATISTICS profile_place",
        ),
        migrations.RunSQL("ANALYZE crush_lu_crushprofile", migrations.RunSQL.noop),
    ]
