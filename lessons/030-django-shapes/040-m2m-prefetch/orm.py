# before
plots = (
    VdlPlot.objects.filter(grape_variety="Pinot Gris", status="reserved")
    .only("id", "plot_identifier", "name")
    .order_by("plot_identifier")
)
for plot in plots:
    for plan in plot.adoption_plans.only("id", "name", "price").order_by("price"):
        print(plot.name, plan.name, plan.price)

# after
plans = VdlAdoptionPlan.objects.only("id", "name", "price").order_by("price")
plots = (
    VdlPlot.objects.filter(grape_variety="Pinot Gris", status="reserved")
    .only("id", "plot_identifier", "name")
    .prefetch_related(Prefetch("adoption_plans", queryset=plans))
    .order_by("plot_identifier")
)
for plot in plots:
    for plan in plot.adoption_plans.all():
        print(plot.name, plan.name, plan.price)
