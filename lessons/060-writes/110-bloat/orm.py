# before
ConnectionMessage.objects.exclude(connection__in=kept).delete()

# after
ConnectionMessage.objects.exclude(connection__in=kept).delete()

# In a maintenance window, as nobody can read the table meanwhile:
with connection.cursor() as cursor:
    cursor.execute("VACUUM FULL crush_lu_connectionmessage")
