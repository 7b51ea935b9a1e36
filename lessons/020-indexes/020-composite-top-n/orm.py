# before
class ConnectionMessage(models.Model):
    connection = models.ForeignKey(EventConnection, on_delete=models.CASCADE)
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    message = models.TextField()
    sent_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)


def last_messages(connection):
    return (
        ConnectionMessage.objects.filter(connection=connection)
        .only("id", "sender_id", "message", "sent_at")
        .order_by("-sent_at")[:20]
    )

# after
class ConnectionMessage(models.Model):
    # The composite index begins with this column, so it needs none of its own.
    connection = models.ForeignKey(
        EventConnection, on_delete=models.CASCADE, db_index=False
    )
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    message = models.TextField()
    sent_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["connection", "-sent_at"], name="message_by_connection"),
        ]
