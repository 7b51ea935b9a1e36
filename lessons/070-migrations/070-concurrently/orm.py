# before
class Migration(migrations.Migration):
    operations = [
        AddIndexConcurrently(
            "connectionmessage", models.Index(fields=["sent_at"], name="message_sent_at")
        ),
    ]

# after
class Migration(migrations.Migration):
    atomic = False

    operations = [
        AddIndexConcurrently(
            "connectionmessage", models.Index(fields=["sent_at"], name="message_sent_at")
        ),
    ]
