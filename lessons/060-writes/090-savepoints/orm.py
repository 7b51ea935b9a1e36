# before
with transaction.atomic():
    for line in lines:
        try:
            EventRegistration.objects.create(event=event, **line)
        except IntegrityError:
            # The transaction is broken: the next query raises TransactionManagementError.
            skipped.append(line)

# after
with transaction.atomic():
    for line in lines:
        try:
            with transaction.atomic():  # a savepoint
                EventRegistration.objects.create(event=event, **line)
        except IntegrityError:
            skipped.append(line)
