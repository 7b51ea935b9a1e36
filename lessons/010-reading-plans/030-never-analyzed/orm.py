# before
with transaction.atomic():
    load_bank_file(path)  # COPY crush_lu_paymentimport FROM STDIN

    totals = PaymentImport.objects.filter(source="web", status="paid").aggregate(
        payments=Count("*"),
        booked=Count("id", filter=Q(registration__payment_confirmed=True)),
    )

# after
with transaction.atomic():
    load_bank_file(path)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE crush_lu_paymentimport")

    totals = PaymentImport.objects.filter(source="web", status="paid").aggregate(
        payments=Count("*"),
        booked=Count("id", filter=Q(registration__payment_confirmed=True)),
    )
