# before
chat = ConnectionMessage.objects.filter(connection=conversation).order_by(
    "-sent_at", "-id"
)[:20]
followed = (
    ConnectionMessage.objects.filter(connection__in=conversations, sent_at__gte=new_year)
    .values("connection_id")
    .annotate(messages=Count("*"))
    .order_by("connection_id")
)
reminder = ConnectionMessage.objects.filter(
    read_at__isnull=True, sent_at__lt=day
).order_by("-sent_at", "-id")[:50]
moderation = ConnectionMessage.objects.filter(
    sent_at__gte=day, sent_at__lt=next_day
).order_by("sent_at", "id")
waiting = EventRegistration.objects.filter(status="pending").order_by(
    "-registered_at", "-id"
)[:20]
dashboard = (
    EventRegistration.objects.filter(registered_at__date=day)
    .values("status")
    .annotate(registrations=Count("*"))
    .order_by("status")
)
mine = EventRegistration.objects.filter(user=user).order_by("-registered_at", "-id")[:10]
search = EventRegistration.objects.annotate(
    number=Cast("id", TextField())
).filter(number=term)
invitation = EventInvitation.objects.filter(invitation_code=code).order_by("id")
upcoming = MeetupEvent.objects.filter(
    status="published", event_date__gte=today
).order_by("event_date", "id")[:20]

# after
class ConnectionMessage(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["connection", "sent_at"], name="message_by_connection"),
            models.Index(fields=["sent_at", "read_at"], name="message_by_time"),
        ]


class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [models.Index(fields=["registered_at"], name="registration_by_time")]


class EventInvitation(models.Model):
    ...

    class Meta:
        indexes = [models.Index(fields=["invitation_code"], name="invitation_by_code")]


dashboard = (
    EventRegistration.objects.filter(
        registered_at__gte=day, registered_at__lt=day + timedelta(days=1)
    )
    .values("status")
    .annotate(registrations=Count("*"))
    .order_by("status")
)
search = EventRegistration.objects.filter(id=int(term)) if term.isdecimal() else []
