# before
def forwards(apps, schema_editor):
    User, CrushCoach = apps.get_model("auth", "User"), apps.get_model("crush_lu", "CrushCoach")
    for user in User.objects.annotate(n=Count("organized_events")).filter(n__gte=15):
        CrushCoach.objects.get_or_create(user=user, defaults={"specialization": "Events"})


def backwards(apps, schema_editor):
    User, CrushCoach = apps.get_model("auth", "User"), apps.get_model("crush_lu", "CrushCoach")
    busy = User.objects.annotate(n=Count("organized_events")).filter(n__gte=15)
    CrushCoach.objects.filter(user__in=busy).delete()


# after
MARK = "Added by migration 0042"


def forwards(apps, schema_editor):
    User, CrushCoach = apps.get_model("auth", "User"), apps.get_model("crush_lu", "CrushCoach")
    busy = User.objects.annotate(n=Count("organized_events")).filter(n__gte=15)
    CrushCoach.objects.bulk_create(
        [CrushCoach(user=user, specialization="Events", bio=MARK) for user in busy],
        ignore_conflicts=True,
    )


def backwards(apps, schema_editor):
    apps.get_model("crush_lu", "CrushCoach").objects.filter(bio=MARK).delete()
