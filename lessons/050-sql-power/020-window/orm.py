# before
earlier = (
    EventRegistration.objects.filter(event_id=OuterRef("event_id"))
    .filter(
        Q(registered_at__lt=OuterRef("registered_at"))
        | Q(registered_at=OuterRef("registered_at"), id__lte=OuterRef("id"))
    )
    .order_by()
    .values("event_id")
    .annotate(n=Count("*"))
    .values("n")
)
queue = (
    EventRegistration.objects.filter(
        event__event_date__gte=monday, event__event_date__lt=next_monday
    )
    .annotate(place=Subquery(earlier))
    .order_by("event_id", "registered_at", "id")
)

# after
queue = (
    EventRegistration.objects.filter(
        event__event_date__gte=monday, event__event_date__lt=next_monday
    )
    .annotate(
        place=Window(
            RowNumber(),
            partition_by="event_id",
            order_by=["registered_at", "id"],
        )
    )
    .order_by("event_id", "registered_at", "id")
)
