# before
events = MeetupEvent.objects.filter(
    status="published", event_date__gte=today
).order_by("event_date")

for event in events:
    registered = event.registrations.filter(user=me).exists()
    print(event.title, "you are going" if registered else "register")

# after
mine = EventRegistration.objects.filter(event=OuterRef("pk"), user=me)
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=today)
    .annotate(registered=Exists(mine))
    .order_by("event_date")
)

for event in events:
    print(event.title, "you are going" if event.registered else "register")
