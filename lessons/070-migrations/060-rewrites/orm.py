# before
class ClockTimestamp(Func):
    function = "clock_timestamp"
    output_field = models.DateTimeField()


class EventRegistration(models.Model):
    synced_at = models.DateTimeField(db_default=ClockTimestamp())


class Migration(migrations.Migration):
    operations = [
        migrations.AddField("eventregistration", "synced_at", models.DateTimeField(db_default=ClockTimestamp())),
        migrations.RunSQL(
            "ALTER TABLE crush_lu_eventregistration ALTER COLUMN dietary_note TYPE varchar(300) "
            "USING substring(dietary_note FROM 1 FOR 300)",
            state_operations=[
                migrations.AlterField("eventregistration", "dietary_note", models.CharField(max_length=300)),
            ],
        ),
    ]


# after
class EventRegistration(models.Model):
    synced_at = models.DateTimeField(db_default=Now())  # STATEMENT_TIMESTAMP()


class Migration(migrations.Migration):
    operations = [
        migrations.AddField("eventregistration", "synced_at", models.DateTimeField(db_default=Now())),
        migrations.AlterField("eventregistration", "dietary_note", models.CharField(max_length=300)),
    ]
