# before
class Like(models.Model):
    # "The unique constraint has an index anyway", so both keys got db_index=False.
    liker = models.ForeignKey(EntrepreneurProfile, models.CASCADE, related_name="likes_given", db_index=False)
    liked = models.ForeignKey(EntrepreneurProfile, models.CASCADE, related_name="likes_received", db_index=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = [("liker", "liked")]


me.likes_received.order_by("-created_at").values("liker_id", "created_at")

# after
class Like(models.Model):
    liker = models.ForeignKey(EntrepreneurProfile, models.CASCADE, related_name="likes_given", db_index=False)
    liked = models.ForeignKey(EntrepreneurProfile, models.CASCADE, related_name="likes_received")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = [("liker", "liked")]
