# before
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 0}}

# after
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        # Either connections that live on in their thread …
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # … or, from Django 5.1 on with psycopg 3, a pool for each process:
        # "OPTIONS": {"pool": {"min_size": 2, "max_size": 4}},
    }
}
