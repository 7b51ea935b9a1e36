# before
invitations = (
    EventInvitation.objects.filter(guest_email__icontains=typed)
    .only("id", "event_id", "guest_name", "guest_email")
    .order_by()  # without the model's default ordering
)

# after
class Migration(migrations.Migration):
    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name="eventinvitation",
            index=GinIndex(
                OpClass(Upper("guest_email"), name="gin_trgm_ops"),
                name="invitation_email_trgm",
            ),
        ),
    ]
