# before
last = connection.messages.aggregate(Max("sent_at"))["sent_at__max"]

# after
class ConnectionMessage(models.Model):
    connection = models.ForeignKey(
        EventConnection,
        on_delete=models.CASCADE,
        related_name="messages",
        db_index=False,  # the composite index begins with it
    )
    ...

    class Meta:
        indexes = [
            models.Index(fields=["connection", "sent_at"], name="message_by_connection"),
        ]
