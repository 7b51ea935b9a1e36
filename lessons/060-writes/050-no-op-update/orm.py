# before
approval = (
    ProfileSubmission.objects.filter(profile=OuterRef("pk"), status="approved")
    .order_by()
    .values("profile")
    .annotate(last=Max("reviewed_at"))
    .values("last")
)
approved = CrushProfile.objects.annotate(approval=Subquery(approval)).filter(approval__isnull=False)
approved.update(approved_at=F("approval"))

# after
approved.filter(
    Q(approved_at__isnull=True) | ~Q(approved_at=F("approval"))
).update(approved_at=F("approval"))
