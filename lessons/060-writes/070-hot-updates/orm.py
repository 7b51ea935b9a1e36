# before
class User(AbstractUser):
    last_login = models.DateTimeField(blank=True, null=True, db_index=True)

# after
class User(AbstractUser):
    last_login = models.DateTimeField(blank=True, null=True)


class Migration(migrations.Migration):
    operations = [
        migrations.AlterField("user", "last_login", models.DateTimeField(blank=True, null=True)),
        migrations.RunSQL(
            "ALTER TABLE auth_user SET (fillfactor = 85)",
            "ALTER TABLE auth_user RESET (fillfactor)",
        ),
    ]
