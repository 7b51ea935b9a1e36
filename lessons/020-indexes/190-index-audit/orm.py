# before
class EventRegistration(models.Model):
    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    ...

    class Meta:
        unique_together = [("event", "user")]
        indexes = [
            models.Index(fields=["user"], name="reg_user"),
            models.Index(fields=["user", "status"], name="reg_user_status"),
            models.Index(fields=["status"], name="reg_status"),
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
            models.Index(fields=["updated_at"], name="reg_updated"),
            models.Index(fields=["payment_confirmed"], name="reg_payment"),
            models.Index(fields=["dietary_note"], name="reg_note"),
        ]


EventRegistration.objects.bulk_create(registrations, ignore_conflicts=True)

# after
class EventRegistration(models.Model):
    # Both are the first column of another index.
    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE, db_index=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False
    )
    ...

    class Meta:
        unique_together = [("event", "user")]
        indexes = [
            models.Index(fields=["user", "status"], name="reg_user_status"),
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
        ]


EventRegistration.objects.bulk_create(registrations, ignore_conflicts=True)
