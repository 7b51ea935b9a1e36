# before
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
        ]


@admin.register(EventRegistration)
class EventRegistrationAdmin(admin.ModelAdmin):
    ordering = ["status", "-registered_at"]  # the admin adds "-pk"
    list_per_page = 20

# after
class EventRegistration(models.Model):
    ...

    class Meta:
        indexes = [
            models.Index(fields=["status", "registered_at"], name="reg_status_when"),
            models.Index(
                fields=["status", "-registered_at", "-id"], name="registration_list"
            ),
        ]
