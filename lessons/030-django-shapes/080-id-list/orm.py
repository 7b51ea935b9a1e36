# before
user_ids = list(
    CrushProfile.objects.filter(location="Mersch", is_approved=True).values_list("user_id", flat=True)
)
EventRegistration.objects.filter(user_id__in=user_ids).count()

# after
members = CrushProfile.objects.filter(location="Mersch", is_approved=True)
EventRegistration.objects.filter(user_id__in=members.values("user_id")).count()
