# before
class EventInvitation(models.Model):
    ...
    invitation_code = models.CharField(max_length=36)


def invitation_for(code):
    # get() adds LIMIT 21, to be able to say how many it found if it is not one.
    return EventInvitation.objects.get(invitation_code=code)

# after
class EventInvitation(models.Model):
    ...
    invitation_code = models.CharField(max_length=36)

    class Meta:
        indexes = [
            models.Index(fields=["invitation_code"], name="invitation_by_code"),
        ]
