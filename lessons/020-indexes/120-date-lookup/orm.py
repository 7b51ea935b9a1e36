# before
registrations = (
    EventRegistration.objects.filter(registered_at__date=day)
    .only("id", "event_id", "user_id", "registered_at")
    .order_by()  # without the model's default ordering
)

# after
start = datetime.combine(day, time.min, tzinfo=UTC)
registrations = (
    EventRegistration.objects.filter(
        registered_at__gte=start, registered_at__lt=start + timedelta(days=1)
    )
    .only("id", "event_id", "user_id", "registered_at")
    .order_by()
)
