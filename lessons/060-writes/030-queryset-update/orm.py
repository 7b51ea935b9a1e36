# before
invitations = EventInvitation.objects.filter(status="pending", event__event_date__lt=day)

for invitation in invitations:
    invitation.status = "expired"
    invitation.save()

# after
invitations.update(status="expired")
