# before
REPORT = """
    SELECT month,
           (SELECT COUNT(*) FROM crush_lu_eventregistration r
            WHERE DATE_TRUNC('month', r.registered_at AT TIME ZONE 'UTC') = month)
               AS registrations
    FROM GENERATE_SERIES(%s::timestamp, %s::timestamp, interval '1 month') AS month
    ORDER BY month
"""

# after
counted = dict(
    EventRegistration.objects.filter(registered_at__year=2024)
    .annotate(month=TruncMonth("registered_at"))
    .values("month")
    .annotate(registrations=Count("*"))
    .values_list("month", "registrations")
)
report = [(month, counted.get(month, 0)) for month in months_of(2024)]

# Or all twelve as columns of one row, each with its own condition.
row = EventRegistration.objects.filter(registered_at__year=2024).aggregate(
    **{
        f"month_{n}": Count("id", filter=Q(registered_at__month=n))
        for n in range(1, 13)
    }
)
