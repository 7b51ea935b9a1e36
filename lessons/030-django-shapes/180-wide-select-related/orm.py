# before
registrations = (
    EventRegistration.objects.filter(id__range=(30001, 34000))
    .select_related("event")
    .order_by("id")
)
for registration in registrations:
    writer.writerow([registration.id, registration.status, registration.event.title])

# after
registrations = (
    EventRegistration.objects.filter(id__range=(30001, 34000))
    .select_related("event")
    .only("event_id", "user_id", "status", "registered_at", "event__title")
    .order_by("id")
)
for registration in registrations:
    writer.writerow([registration.id, registration.status, registration.event.title])
