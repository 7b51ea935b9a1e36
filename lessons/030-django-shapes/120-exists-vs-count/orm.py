# before
unread = ConnectionMessage.objects.filter(read_at__isnull=True)
if unread.count() > 0:
    start_reminders()

# after
unread = ConnectionMessage.objects.filter(read_at__isnull=True)
if unread.exists():  # SELECT 1 … LIMIT 1
    start_reminders()
