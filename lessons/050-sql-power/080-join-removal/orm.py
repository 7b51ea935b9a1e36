# before
class CrushProfile(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class EntrepreneurProfile(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class MemberDirectory(models.Model):
    username = models.CharField(max_length=150)
    email = models.CharField(max_length=254)
    date_joined = models.DateTimeField()
    company = models.CharField(max_length=150, null=True)
    ...

    class Meta:
        managed = False
        db_table = "member_directory"


joined = (
    MemberDirectory.objects.filter(date_joined__gte=start, date_joined__lt=end)
    .only("id", "username", "email", "date_joined")
    .order_by("date_joined", "id")
)

# after
class CrushProfile(models.Model):
    # One to one: the column becomes unique, and the planner knows it.
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class EntrepreneurProfile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
