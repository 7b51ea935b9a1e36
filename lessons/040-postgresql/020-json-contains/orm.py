# before
class JourneyProgress(models.Model):
    ...
    completed_challenges = models.JSONField(default=list)


def who_completed(*challenge_ids):
    return JourneyProgress.objects.filter(
        completed_challenges__contains=list(challenge_ids)
    ).only("id", "user_id", "total_points")

# after
class JourneyProgress(models.Model):
    ...
    completed_challenges = models.JSONField(default=list)

    class Meta:
        indexes = [
            GinIndex(
                fields=["completed_challenges"],
                name="progress_challenges",
                opclasses=["jsonb_path_ops"],
            ),
        ]
