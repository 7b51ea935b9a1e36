# before
SUMMARY = """
    WITH messages AS (
        SELECT id, connection_id, sender_id, message, sent_at, read_at
        FROM crush_lu_connectionmessage
    )
    SELECT m.sender_id, COUNT(*) AS sent,
           (SELECT MAX(sent_at) FROM messages WHERE connection_id = %s) AS last_sent_at
    FROM messages m
    WHERE m.connection_id = %s
    GROUP BY m.sender_id
    ORDER BY m.sender_id
"""


def conversation_summary(connection_id):
    with connection.cursor() as cursor:
        cursor.execute(SUMMARY, [connection_id, connection_id])
        return cursor.fetchall()

# after
def conversation_summary(connection_id):
    with connection.cursor() as cursor:
        cursor.execute(
            SUMMARY.replace("messages AS (", "messages AS NOT MATERIALIZED ("),
            [connection_id, connection_id],
        )
        return cursor.fetchall()


# Or without raw SQL: the condition is then where it is needed by itself.
def conversation_summary_in_django(connection_id):
    messages = ConnectionMessage.objects.filter(connection_id=connection_id)
    last = messages.values("connection_id").annotate(at=Max("sent_at")).values("at")
    return (
        messages.values("sender_id")
        .annotate(sent=Count("id"), last_sent_at=Subquery(last))
        .order_by("sender_id")
    )
