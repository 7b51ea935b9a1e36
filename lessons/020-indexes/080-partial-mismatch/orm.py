# before
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(
                fields=["registered_at"],
                name="reg_pending",
                condition=models.Q(status="pending"),
            ),
        ]


oldest = (
    EventRegistration.objects.exclude(status__in=["confirmed", "waitlist", "cancelled"])
    .only("id", "event_id", "user_id", "registered_at")
    .order_by("registered_at", "id")[:20]
)

# after
oldest = (
    EventRegistration.objects.filter(status="pending")
    .only("id", "event_id", "user_id", "registered_at")
    .order_by("registered_at", "id")[:20]
)
