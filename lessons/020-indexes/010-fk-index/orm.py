# before
class ConnectionMessage(models.Model):
    connection = models.ForeignKey(
        EventConnection,
        on_delete=models.CASCADE,
        related_name="messages",
        db_index=False,
    )
    ...

    class Meta:
        ordering = ["sent_at"]


def conversation(connection):
    return connection.messages.only("id", "sender_id", "message", "sent_at")

# after
class ConnectionMessage(models.Model):
    # A ForeignKey has an index unless db_index=False says otherwise.
    connection = models.ForeignKey(
        EventConnection, on_delete=models.CASCADE, related_name="messages"
    )
    ...

    class Meta:
        ordering = ["sent_at"]
