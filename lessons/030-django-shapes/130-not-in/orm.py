# before
senders = EventInvitation.objects.values("invited_by_id")
User.objects.filter(date_joined__gte=day).exclude(id__in=senders).order_by("id")

# after
sent = EventInvitation.objects.filter(invited_by=OuterRef("pk"))
User.objects.filter(~Exists(sent), date_joined__gte=day).order_by("id")
