# before
submissions = ProfileSubmission.objects.order_by("reviewed_at", "id")[21000:21200]

# after
submissions = ProfileSubmission.objects.order_by("reviewed_at", "id").only(
    "id", "status", "reviewed_at"
)[21000:21200]
