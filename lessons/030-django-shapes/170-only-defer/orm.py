# before
for event in MeetupEvent.objects.filter(event_date__gte=day).order_by("event_date"):
    print(event.event_date, event.title)

# after
events = MeetupEvent.objects.filter(event_date__gte=day).only("title", "event_date").order_by("event_date")
for event in events:
    print(event.event_date, event.title)
