# before
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [models.Index(fields=["checked_in_at"], name="reg_checkin")]


latest = EventRegistration.objects.only(
    "id", "event_id", "user_id", "checked_in_at"
).order_by(F("checked_in_at").desc(nulls_last=True))[:20]

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["checked_in_at"], name="reg_checkin"),
            # An expression instead of fields=["-checked_in_at"], which has no NULLS LAST.
            models.Index(
                F("checked_in_at").desc(nulls_last=True),
                name="registration_checkin_desc",
            ),
        ]
