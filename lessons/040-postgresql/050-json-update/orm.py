# before
progress = JourneyProgress.objects.get(pk=7)
# … another request adds 1 to the streak …
progress.metadata["last_active"] = today.isoformat()
progress.save(update_fields=["metadata"])  # writes the whole document, the old streak in it

# after
class JSONSet(Func):
    function = "jsonb_set"
    output_field = JSONField()


JourneyProgress.objects.filter(pk=7).update(
    metadata=JSONSet("metadata", Value("{last_active}"), Value(today.isoformat(), JSONField()))
)
