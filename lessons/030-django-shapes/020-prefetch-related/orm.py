# before
events = MeetupEvent.objects.filter(
    status="published", event_date__gte=day
).order_by("event_date")

for event in events:
    for registration in event.registrations.all():
        print(event.title, registration.user_id, registration.status)

# after
events = (
    MeetupEvent.objects.filter(status="published", event_date__gte=day)
    .prefetch_related("registrations")
    .order_by("event_date")
)

for event in events:
    for registration in event.registrations.all():  # no query: answered from memory
        print(event.title, registration.user_id, registration.status)
