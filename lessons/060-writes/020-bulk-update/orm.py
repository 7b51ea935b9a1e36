# before
confirmed = Count("registrations", filter=Q(registrations__status="confirmed"))
events = MeetupEvent.objects.filter(event_date__gte=since).annotate(confirmed=confirmed)

for event in events.only("id"):
    event.registration_count = event.confirmed
    event.save(update_fields=["registration_count"])

# after
confirmed = (
    EventRegistration.objects.filter(event=OuterRef("pk"), status="confirmed")
    .order_by()
    .values("event")
    .annotate(n=Count("*"))
    .values("n")
)
MeetupEvent.objects.filter(event_date__gte=since).update(
    registration_count=Coalesce(Subquery(confirmed), 0)
)
