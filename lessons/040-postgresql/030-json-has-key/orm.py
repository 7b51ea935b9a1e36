# before
class JourneyProgress(models.Model):
    ...
    metadata = models.JSONField(default=dict)

    class Meta:
        indexes = [
            GinIndex(fields=["metadata"], name="progress_metadata_paths", opclasses=["jsonb_path_ops"]),
        ]


JourneyProgress.objects.filter(metadata__has_key="beta_flag").only("id", "user_id", "journey_id")

# after
class JourneyProgress(models.Model):
    ...
    metadata = models.JSONField(default=dict)

    class Meta:
        # The default operator class, jsonb_ops, knows ? and @>.
        indexes = [GinIndex(fields=["metadata"], name="progress_metadata")]
