# before
EntrepreneurProfile.objects.only("id", "company", "industry").order_by("?")[:5]

# after
def random_founders(count=5):
    profiles = EntrepreneurProfile.objects.only("id", "company", "industry").order_by("id")
    number = random.randint(1, profiles.aggregate(last=Max("id"))["last"])
    found = list(profiles.filter(id__gte=number)[:count])
    if len(found) < count:  # at the end of the table: go on from its beginning
        found += profiles.filter(id__lt=number)[: count - len(found)]
    return found
