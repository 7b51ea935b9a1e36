# before
with connection.cursor() as cursor:
    cursor.execute(
        "SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks "
        "FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu%' "
        "ORDER BY mean_exec_time DESC LIMIT 1"
    )
    worst = cursor.fetchone()

# after
with connection.cursor() as cursor:
    cursor.execute(
        "SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks "
        "FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu%' "
        "ORDER BY shared_blks_hit + shared_blks_read DESC LIMIT 1"
    )
    worst = cursor.fetchone()
