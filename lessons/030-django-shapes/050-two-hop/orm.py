# before
connections = EventConnection.objects.filter(status="pending").order_by("-created_at", "-id")[:100]

for connection in connections:
    if connection.event:
        print(connection.event.title, connection.event.organizer.first_name)

# after
connections = (
    EventConnection.objects.filter(status="pending")
    .select_related("event__organizer")
    .order_by("-created_at", "-id")[:100]
)

for connection in connections:
    if connection.event:
        print(connection.event.title, connection.event.organizer.first_name)
