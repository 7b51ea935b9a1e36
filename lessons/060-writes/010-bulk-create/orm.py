# before
connections = EventConnection.objects.filter(status="accepted", created_at__gte=since)

for connection in connections.only("id", "user1_id"):
    ConnectionMessage.objects.create(
        connection_id=connection.id,
        sender_id=connection.user1_id,
        message="You both said yes. Say hello first.",
    )

# after
ConnectionMessage.objects.bulk_create(
    [
        ConnectionMessage(
            connection_id=connection.id,
            sender_id=connection.user1_id,
            message="You both said yes. Say hello first.",
        )
        for connection in connections.only("id", "user1_id")
    ],
    batch_size=1000,
)
