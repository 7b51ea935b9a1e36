# before
class Migration(migrations.Migration):
    operations = [migrations.AlterField("connectionmessage", "message", models.TextField())]

# after
class Migration(migrations.Migration):
    atomic = False
    operations = [
        AddConstraintNotValid(
            "connectionmessage",
            models.CheckConstraint(condition=Q(message__isnull=False), name="message_not_null"),
        ),
        ValidateConstraint("connectionmessage", "message_not_null"),
        migrations.AlterField("connectionmessage", "message", models.TextField()),
        migrations.RemoveConstraint("connectionmessage", "message_not_null"),
    ]
