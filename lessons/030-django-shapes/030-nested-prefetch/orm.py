# before
events = MeetupEvent.objects.filter(
    status="published", event_date__gte=today
).order_by("event_date", "id")[:20]

for event in events:
    for registration in event.registrations.filter(status="confirmed"):
        print(event.title, registration.user.first_name, registration.user.last_name)

# after
confirmed = EventRegistration.objects.filter(status="confirmed").select_related("user")
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=today)
    .order_by("event_date", "id")
    .prefetch_related(Prefetch("registrations", queryset=confirmed, to_attr="confirmed"))[:20]
)

for event in events:
    for registration in event.confirmed:
        print(event.title, registration.user.first_name, registration.user.last_name)
