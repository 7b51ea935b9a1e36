# before
invitation, created = EventInvitation.objects.get_or_create(
    event=event, guest_email=email
)  # MultipleObjectsReturned, now and then

# after
def remove_duplicates(apps, schema_editor):
    EventInvitation = apps.get_model("crush_lu", "EventInvitation")
    earlier = EventInvitation.objects.filter(
        event=OuterRef("event"), guest_email=OuterRef("guest_email"), pk__lt=OuterRef("pk")
    )
    EventInvitation.objects.filter(Exists(earlier)).delete()


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(remove_duplicates, migrations.RunPython.noop),
        migrations.AddConstraint(
            "eventinvitation",
            models.UniqueConstraint(fields=["event", "guest_email"], name="unique_invitation"),
        ),
    ]
