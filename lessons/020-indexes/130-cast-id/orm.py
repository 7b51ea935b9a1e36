# before
@admin.register(EventRegistration)
class EventRegistrationAdmin(admin.ModelAdmin):
    search_fields = ["=id"]

# after
@admin.register(EventRegistration)
class EventRegistrationAdmin(admin.ModelAdmin):
    search_fields = ["user__email"]

    def get_search_results(self, request, queryset, search_term):
        if search_term.isdecimal():
            return queryset.filter(pk=int(search_term)), False
        return super().get_search_results(request, queryset, search_term)
