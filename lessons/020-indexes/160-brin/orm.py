# before
week = ConnectionMessage.objects.filter(
    sent_at__gte=start, sent_at__lt=start + timedelta(days=7)
).aggregate(sent=Count("*"), read=Count("read_at"))

# after
class ConnectionMessage(models.Model):
    ...

    class Meta:
        indexes = [
            BrinIndex(
                fields=["sent_at"], pages_per_range=16, name="message_sent_brin"
            ),
        ]
