# before
def mark_as_sent(apps, schema_editor):
    Notification = apps.get_model("crush_lu", "Notification")
    Notification.objects.filter(created_at__lt=mailing).update(status="sent")


class Migration(migrations.Migration):
    operations = [migrations.RunPython(mark_as_sent, migrations.RunPython.noop)]


# The report that runs next:
Notification.objects.filter(status="sent").aggregate(
    sent=Count("*"),
    paid=Count("id", filter=Q(registration__payment_confirmed=True)),
)

# after
class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(mark_as_sent, migrations.RunPython.noop),
        migrations.RunSQL("ANALYZE crush_lu_notification", migrations.RunSQL.noop),
    ]
