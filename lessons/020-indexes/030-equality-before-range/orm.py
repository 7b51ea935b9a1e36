# before
def registrations(status, start, end):
    return EventRegistration.objects.filter(
        status=status, registered_at__gte=start, registered_at__lt=end
    ).count()

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            # "=" before the range.
            models.Index(
                fields=["status", "registered_at"], name="registration_status_when"
            ),
        ]
