# before
def active_on(day):
    # Django compares the JSON value, not its text: metadata -> 'last_active' = '"2024-08-18"'
    return JourneyProgress.objects.filter(metadata__last_active=day.isoformat()).only(
        "id", "user_id", "journey_id"
    )

# after
class JourneyProgress(models.Model):
    ...

    class Meta:
        indexes = [
            # KeyTransform is ->, KeyTextTransform would be ->>.
            models.Index(KeyTransform("last_active", "metadata"), name="progress_last_active"),
        ]
