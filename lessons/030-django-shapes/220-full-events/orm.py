# before
MeetupEvent.objects.filter(
    registration_count__gte=F("max_participants"), event_date__gte=day
).only("id", "title", "event_date").order_by("-event_date", "id")

# after
class MeetupEvent(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(
                fields=["event_date"],
                name="event_full",
                condition=models.Q(registration_count__gte=models.F("max_participants")),
            ),
        ]
