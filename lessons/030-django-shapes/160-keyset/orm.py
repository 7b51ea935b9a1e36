# before
messages = ConnectionMessage.objects.only("id", "message", "sent_at").order_by("sent_at", "id")
page = messages[100000:100050]

# after
def page_after(sent_at, id):
    return (
        ConnectionMessage.objects.filter(
            Q(sent_at__gt=sent_at) | Q(id__gt=id),
            sent_at__gte=sent_at,  # the bound at which the index scan begins
        )
        .only("id", "message", "sent_at")
        .order_by("sent_at", "id")[:50]
    )
