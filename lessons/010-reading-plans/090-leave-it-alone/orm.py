# before
class User(AbstractUser):
    is_active = models.BooleanField(default=True, db_index=True)


recipients = User.objects.filter(is_active=True)

# after
class User(AbstractUser):
    # Nearly all rows are active: an index would not be used.
    is_active = models.BooleanField(default=True)


recipients = User.objects.filter(is_active=True)
