# before
guests = MeetupEvent.special_users.through.objects.filter(
    meetupevent__status="published", meetupevent__event_date__gte=since
)

for guest in guests:
    mine = EventRegistration.objects.filter(event_id=guest.meetupevent_id, user_id=guest.user_id)
    if not mine.update(status="confirmed", updated_at=now):
        EventRegistration.objects.create(
            event_id=guest.meetupevent_id, user_id=guest.user_id, status="confirmed"
        )

# after
EventRegistration.objects.bulk_create(
    [
        EventRegistration(event_id=guest.meetupevent_id, user_id=guest.user_id, status="confirmed")
        for guest in guests
    ],
    update_conflicts=True,
    unique_fields=["event", "user"],
    update_fields=["status", "updated_at"],
)
