# before
CrushProfile.objects.filter(location="Luxembourg").annotate(
    stage=Case(
        When(is_approved=True, then=Value("approved")),
        When(submissions__status="pending", then=Value("waiting")),
        default=Value("open"),
    )
).order_by("id").values("id", "stage").distinct()

# after
pending = ProfileSubmission.objects.filter(profile=OuterRef("pk"), status="pending")

CrushProfile.objects.filter(location="Luxembourg").annotate(
    stage=Case(
        When(is_approved=True, then=Value("approved")),
        When(Exists(pending), then=Value("waiting")),
        default=Value("open"),
    )
).order_by("id").values("id", "stage")
