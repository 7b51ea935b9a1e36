# before
member = User.objects.only("id", "username", "email").get(email__iexact=typed)

# after
class User(AbstractUser):
    class Meta:
        db_table = "auth_user"
        indexes = [
            # The expression that iexact sends.
            models.Index(Upper("email"), name="user_email_upper"),
        ]
