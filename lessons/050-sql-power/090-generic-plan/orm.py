# before
DATABASES["default"]["OPTIONS"] = {"server_side_binding": True}

pending = (
    EventRegistration.objects.filter(status="pending")
    .only("id", "event_id", "user_id", "registered_at")
    .order_by("-registered_at")[:20]
)

# after
# Client-side binding, Django's default: the values stand in the text.
DATABASES["default"]["OPTIONS"] = {"server_side_binding": False}

# Or keep the binding and write this one constant into the text.
pending = EventRegistration.objects.raw(
    """
    SELECT id, event_id, user_id, registered_at
    FROM crush_lu_eventregistration
    WHERE status = 'pending'
    ORDER BY registered_at DESC
    LIMIT %s
    """,
    [20],
)
