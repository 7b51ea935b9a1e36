# before
def unread_before(day):
    return (
        ConnectionMessage.objects.filter(read_at__isnull=True, sent_at__lt=day)
        .only("id", "connection_id", "sent_at")
        .order_by("-sent_at")[:50]
    )

# after
class ConnectionMessage(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(
                fields=["sent_at"],
                name="message_unread",
                condition=models.Q(read_at__isnull=True),
            ),
        ]
