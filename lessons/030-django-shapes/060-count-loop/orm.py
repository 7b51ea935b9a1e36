# before
events = MeetupEvent.objects.filter(
    status="published", event_date__gte=today
).order_by("event_date")

for event in events:
    print(event.title, event.registrations.count())

# after
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=today)
    .annotate(registered=Count("registrations"))
    .order_by("event_date")
)

for event in events:
    print(event.title, event.registered)
