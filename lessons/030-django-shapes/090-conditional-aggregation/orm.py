# before
def registrations(**condition):
    counts = (
        EventRegistration.objects.filter(event=OuterRef("pk"), **condition)
        .order_by()
        .values("event")
        .annotate(n=Count("*"))
        .values("n")
    )
    return Coalesce(Subquery(counts), 0)


MeetupEvent.objects.filter(event_date__gte=day).annotate(
    total=registrations(),
    confirmed=registrations(status="confirmed"),
    waiting=registrations(status="waitlist"),
    cancelled=registrations(status="cancelled"),
).order_by("id").values("id", "total", "confirmed", "waiting", "cancelled")

# after
def registrations(**condition):
    return Count("registrations", filter=Q(**{f"registrations__{k}": v for k, v in condition.items()}))


MeetupEvent.objects.filter(event_date__gte=day).annotate(
    total=Count("registrations"),
    confirmed=registrations(status="confirmed"),
    waiting=registrations(status="waitlist"),
    cancelled=registrations(status="cancelled"),
).order_by("id").values("id", "total", "confirmed", "waiting", "cancelled")
