# before
def messages_of_month(first_day):
    return (
        MessageArchive.objects.annotate(month=TruncMonth("sent_at"))
        .filter(month=first_day)
        .count()
    )

# after
def messages_of_month(first_day, first_day_of_next_month):
    return MessageArchive.objects.filter(
        sent_at__gte=first_day, sent_at__lt=first_day_of_next_month
    ).count()
