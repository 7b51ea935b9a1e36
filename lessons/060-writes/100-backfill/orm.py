# before
def upper_codes(apps, schema_editor):
    EventInvitation = apps.get_model("crush_lu", "EventInvitation")
    EventInvitation.objects.update(invitation_code=Upper("invitation_code"))


class Migration(migrations.Migration):
    operations = [migrations.RunPython(upper_codes, migrations.RunPython.noop)]


# after
def upper_codes(apps, schema_editor):
    EventInvitation = apps.get_model("crush_lu", "EventInvitation")
    last = EventInvitation.objects.aggregate(last=Max("id"))["last"] or 0
    for start in range(0, last, 5000):
        batch = EventInvitation.objects.filter(id__gt=start, id__lte=start + 5000)
        batch.update(invitation_code=Upper("invitation_code"))
        # VACUUM, or a pause in which autovacuum can do it.
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("VACUUM crush_lu_eventinvitation")


class Migration(migrations.Migration):
    atomic = False
    operations = [migrations.RunPython(upper_codes, migrations.RunPython.noop)]
