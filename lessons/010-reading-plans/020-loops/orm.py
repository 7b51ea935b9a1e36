# before
class EventInvitation(models.Model):
    event = models.ForeignKey(
        MeetupEvent, on_delete=models.CASCADE, related_name="invitations", db_index=False
    )
    ...


invitations = (
    EventInvitation.objects.filter(event=OuterRef("pk"))
    .order_by()
    .values("event")
    .annotate(n=Count("*"))
    .values("n")
)
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=start, event_date__lt=end)
    .annotate(invitations=Coalesce(Subquery(invitations), 0))
    .values("id", "title", "event_date", "invitations")
    .order_by("event_date", "id")
)

# after
class EventInvitation(models.Model):
    # A foreign key has an index unless one takes it away.
    event = models.ForeignKey(
        MeetupEvent, on_delete=models.CASCADE, related_name="invitations"
    )
    ...
