# before
MeetupEvent.objects.annotate(
    registered=Count("registrations", distinct=True),
    invited=Count("invitations", distinct=True),
).order_by("id")

# after
def count_of(model):
    counts = (
        model.objects.filter(event=OuterRef("pk"))
        .order_by()
        .values("event")
        .annotate(n=Count("*"))
        .values("n")
    )
    return Coalesce(Subquery(counts), 0)


MeetupEvent.objects.annotate(
    registered=count_of(EventRegistration),
    invited=count_of(EventInvitation),
).order_by("id")
