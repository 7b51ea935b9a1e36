# before
username = User.objects.filter(pk=OuterRef("user_id")).values("username")[:1]
(
    EventRegistration.objects.filter(id__range=(20001, 24500))
    .annotate(username=Subquery(username))
    .order_by("id")
    .values("id", "username")
)

# after
(
    EventRegistration.objects.filter(id__range=(20001, 24500))
    .annotate(username=F("user__username"))
    .order_by("id")
    .values("id", "username")
)
