# before
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
        ]


def registrations_between(start, end):
    return (
        EventRegistration.objects.filter(registered_at__gte=start, registered_at__lt=end)
        .only("id", "event_id", "user_id", "status", "registered_at")
        .order_by()  # without the model's default ordering
    )

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
            models.Index(fields=["registered_at"], name="registration_when"),
        ]
