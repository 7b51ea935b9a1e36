# before
ConnectionMessage.objects.filter(
    Q(sender=me) | Q(connection__user1=me) | Q(connection__user2=me)
).order_by("id").values("id", "sent_at")

# after
messages = ConnectionMessage.objects.values("id", "sent_at")
sent = messages.filter(sender=me)
received = messages.filter(Q(connection__user1=me) | Q(connection__user2=me))
sent.union(received).order_by("id")
