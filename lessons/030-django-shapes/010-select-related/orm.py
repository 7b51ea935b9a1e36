# before
events = MeetupEvent.objects.filter(
    status="published", event_date__gte=today
).order_by("event_date")

for event in events:
    print(event.title, event.organizer.first_name, event.organizer.last_name)

# after
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=today)
    .select_related("organizer")
    .only("title", "event_date", "organizer__first_name", "organizer__last_name")
    .order_by("event_date")
)

for event in events:
    print(event.title, event.organizer.first_name, event.organizer.last_name)
