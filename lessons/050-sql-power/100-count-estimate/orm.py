# before
page = Paginator(
    EventInvitation.objects.filter(responded_at__isnull=False).order_by("-id"), 50
).page(1)

# after
class CappedPaginator(Paginator):
    cap = 1001

    @cached_property
    def count(self):
        # Django writes the subquery with its LIMIT when a sliced queryset is counted.
        return self.object_list.order_by()[: self.cap].count()


page = CappedPaginator(
    EventInvitation.objects.filter(responded_at__isnull=False).order_by("-id"), 50
).page(1)
