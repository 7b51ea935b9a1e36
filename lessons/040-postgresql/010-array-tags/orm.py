# before
class GlobalActivityOption(models.Model):
    ...
    tags = ArrayField(models.CharField(max_length=50))


def with_tags(*tags):
    return GlobalActivityOption.objects.filter(tags__contains=list(tags)).only(
        "id", "display_name", "canton"
    )

# after
class GlobalActivityOption(models.Model):
    ...
    tags = ArrayField(models.CharField(max_length=50))

    class Meta:
        indexes = [GinIndex(fields=["tags"], name="activity_tags")]
