# before
MeetupEvent.objects.annotate(registrations_total=Count("registrations")).order_by(
    "-registrations_total", "id"
).values("id", "title", "registrations_total")[:10]

# after
class EventStats(models.Model):
    """Rows of a materialized view, made and refreshed outside of Django."""

    id = models.BigIntegerField(primary_key=True)
    title = models.CharField(max_length=200)
    registrations = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "crush_lu_event_stats"


EventStats.objects.order_by("-registrations", "id")[:10]


# In a job, every few minutes:
with connection.cursor() as cursor:
    cursor.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY crush_lu_event_stats")
