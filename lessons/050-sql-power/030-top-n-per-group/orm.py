# before
ranked = JourneyProgress.objects.annotate(
    place=Window(
        RowNumber(),
        partition_by="journey_id",
        order_by=[F("total_points").desc(), "id"],
    )
)
podiums = (
    ranked.filter(place__lte=3)
    .values("journey_id", "id", "user_id", "total_points")
    .order_by("journey_id", "-total_points", "id")
)

# after
class JourneyProgress(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(
                fields=["journey", "-total_points", "id"], name="progress_podium"
            ),
        ]


PODIUMS = """
    SELECT p.journey_id, p.id, p.user_id, p.total_points
    FROM crush_lu_journeyconfiguration j
    CROSS JOIN LATERAL (
        SELECT journey_id, id, user_id, total_points
        FROM crush_lu_journeyprogress
        WHERE journey_id = j.id
        ORDER BY total_points DESC, id
        LIMIT 3
    ) p
    ORDER BY p.journey_id, p.total_points DESC, p.id
"""
podiums = JourneyProgress.objects.raw(PODIUMS)


# Without raw SQL: one small query per journey, sent as one statement.
def podiums_in_django(journey_ids):
    parts = [
        JourneyProgress.objects.filter(journey_id=journey_id)
        .only("id", "journey_id", "user_id", "total_points")
        .order_by("-total_points", "id")[:3]
        for journey_id in journey_ids
    ]
    return parts[0].union(*parts[1:], all=True)
