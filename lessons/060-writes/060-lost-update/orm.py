# before
event = MeetupEvent.objects.get(pk=pk)
if event.registration_count >= event.max_participants:
    raise EventFull
event.registration_count += 1
event.save(update_fields=["registration_count"])

# after
taken = MeetupEvent.objects.filter(
    pk=pk, registration_count__lt=F("max_participants")
).update(registration_count=F("registration_count") + 1)
if not taken:
    raise EventFull
