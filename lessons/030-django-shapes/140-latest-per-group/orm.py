# before
latest = (
    ProfileSubmission.objects.filter(profile=OuterRef("profile"))
    .order_by("-submitted_at", "-id")
    .values("id")[:1]
)
ProfileSubmission.objects.filter(id=Subquery(latest)).values("profile_id", "status", "submitted_at")

# after
class ProfileSubmission(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(
                F("profile"), F("submitted_at").desc(), F("id").desc(),
                include=["status"],
                name="submission_latest",
            ),
        ]


(
    ProfileSubmission.objects.order_by("profile_id", "-submitted_at", "-id")
    .distinct("profile_id")
    .values("profile_id", "status", "submitted_at")
)
