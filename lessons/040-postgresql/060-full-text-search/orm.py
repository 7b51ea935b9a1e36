# before
vector = SearchVector("title", "description", config="french")
query = SearchQuery("Clervaux jazz", config="french")

events = (
    MeetupEvent.objects.annotate(search=vector, rank=SearchRank(vector, query))
    .filter(search=query)
    .order_by("-rank", "id")
    .values("id", "title", "rank")[:10]
)

# after
class MeetupEvent(models.Model):
    ...
    search = models.GeneratedField(
        expression=SearchVector("title", "description", config="french"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [GinIndex(fields=["search"], name="event_search")]


events = (
    MeetupEvent.objects.filter(search=query)
    .annotate(rank=SearchRank("search", query))
    .order_by("-rank", "id")
    .values("id", "title", "rank")[:10]
)
