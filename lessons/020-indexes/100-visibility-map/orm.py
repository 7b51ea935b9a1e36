# before
def nightly():
    EventRegistration.objects.filter(pk__in=changed).update(updated_at=now())

# after
def nightly():
    EventRegistration.objects.filter(pk__in=changed).update(updated_at=now())
    # Outside of a transaction: VACUUM refuses to run inside atomic().
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) crush_lu_eventregistration")


class Migration(migrations.Migration):
    # And autovacuum from one dead row in a hundred on.
    operations = [
        migrations.RunSQL(
            "ALTER TABLE crush_lu_eventregistration"
            " SET (autovacuum_vacuum_scale_factor = 0.01)",
            "ALTER TABLE crush_lu_eventregistration"
            " RESET (autovacuum_vacuum_scale_factor)",
        ),
    ]
