# before
class MeetupEvent(models.Model):
    title = models.CharField(max_length=200)
    ...

    class Meta:
        indexes = [models.Index(fields=["title"], name="ev_title")]


matches = (
    MeetupEvent.objects.filter(title__startswith=typed)
    .only("id", "title", "event_date")
    .order_by()  # without the model's default ordering
)

# after
class MeetupEvent(models.Model):
    title = models.CharField(max_length=200)
    ...

    class Meta:
        indexes = [
            models.Index(fields=["title"], name="ev_title"),  # for ORDER BY
            models.Index(
                fields=["title"],
                name="event_title_like",
                opclasses=["varchar_pattern_ops"],
            ),
        ]
