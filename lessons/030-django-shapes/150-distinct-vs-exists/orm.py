# before
(
    MeetupEvent.objects.filter(event_date__gte=day, registrations__payment_confirmed=True)
    .order_by("-event_date")
    .only("title", "description", "event_date", "location", "status")
    .distinct()
)

# after
paid = EventRegistration.objects.filter(event=OuterRef("pk"), payment_confirmed=True)
(
    MeetupEvent.objects.filter(Exists(paid), event_date__gte=day)
    .order_by("-event_date")
    .only("title", "description", "event_date", "location", "status")
)
