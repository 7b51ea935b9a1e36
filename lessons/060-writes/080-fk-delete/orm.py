# before
class EventInvitation(models.Model):
    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE, db_index=False)


drafts = MeetupEvent.objects.filter(
    ~Exists(EventRegistration.objects.filter(event=OuterRef("pk"))),
    status="draft",
    event_date__lt=day,
)
drafts._raw_delete(drafts.db)

# after
class EventInvitation(models.Model):
    event = models.ForeignKey(MeetupEvent, on_delete=models.CASCADE)
