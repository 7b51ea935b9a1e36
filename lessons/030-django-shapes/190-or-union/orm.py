# before
EventConnection.objects.filter(Q(user1=me) | Q(user2=me)).only(
    "id", "user1_id", "user2_id", "created_at"
).order_by("-created_at")[:20]

# after
class EventConnection(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["user1", "created_at"], name="connection_user1_time"),
            models.Index(fields=["user2", "created_at"], name="connection_user2_time"),
        ]


connections = EventConnection.objects.only("id", "user1_id", "user2_id", "created_at")
first = connections.filter(user1=me).order_by("-created_at")[:20]
second = connections.filter(user2=me).exclude(user1=me).order_by("-created_at")[:20]
first.union(second, all=True).order_by("-created_at")[:20]
