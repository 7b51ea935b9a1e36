# before
class EventRegistration(models.Model):
    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    status = models.CharField(max_length=20, choices=Status)
    ...


by_status = (
    EventRegistration.objects.filter(user=user).values("status").annotate(n=Count("*"))
)

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["user", "status"], name="registration_user_status"),
        ]
