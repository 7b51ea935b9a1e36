# before
def oldest_pending():
    return (
        EventRegistration.objects.filter(status="pending")
        .only("id", "event_id", "user_id")
        .order_by("id")[:20]
    )

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["status", "id"], name="registration_by_status"),
        ]
