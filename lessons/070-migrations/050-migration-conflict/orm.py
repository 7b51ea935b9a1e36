# before
for node in MigrationNode.objects.values("app", "name").distinct():
    later = MigrationNode.objects.filter(
        app=node["app"], needs_app=node["app"], needs_name=node["name"]
    )
    if not later:
        leaves[node["app"]].append(node["name"])

conflicts = {app: names for app, names in leaves.items() if len(names) > 1}

# after
later = MigrationNode.objects.filter(
    app=OuterRef("app"), needs_app=OuterRef("app"), needs_name=OuterRef("name")
)
leaves = MigrationNode.objects.filter(~Exists(later)).values("app", "name").distinct()
# What Django itself does: MigrationLoader(connection).detect_conflicts()
