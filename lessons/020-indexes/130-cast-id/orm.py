# before
def find_registration(typed):
    return EventRegistration.objects.only("id", "event_id", "user_id", "status").get(
        id__iexact=typed
    )


@admin.register(EventRegistration)
class EventRegistrationAdmin(admin.ModelAdmin):
    search_fields = ["=id"]  # the same lookup

# after
def find_registration(typed):
    return EventRegistration.objects.only("id", "event_id", "user_id", "status").get(
        id=int(typed)
    )


@admin.register(EventRegistration)
class EventRegistrationAdmin(admin.ModelAdmin):
    search_fields = ["user__email"]

    def get_search_results(self, request, queryset, search_term):
        if search_term.isdecimal():
            return queryset.filter(pk=int(search_term)), False
        return super().get_search_results(request, queryset, search_term)
