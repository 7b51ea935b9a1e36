# before
class PlotAdoptionPlan(models.Model):
    plot = models.ForeignKey(
        VdlPlot, on_delete=models.CASCADE, db_index=False, db_column="vdlplot_id"
    )
    plan = models.ForeignKey(
        VdlAdoptionPlan,
        on_delete=models.CASCADE,
        db_index=False,
        db_column="vdladoptionplan_id",
    )

    class Meta:
        db_table = "vinsdelux_vdlplot_adoption_plans"
        unique_together = [("plot", "plan")]


offered_for = plan.plots.count()

# after
class PlotAdoptionPlan(models.Model):
    # Served by the unique index, which begins with it.
    plot = models.ForeignKey(
        VdlPlot, on_delete=models.CASCADE, db_index=False, db_column="vdlplot_id"
    )
    plan = models.ForeignKey(
        VdlAdoptionPlan, on_delete=models.CASCADE, db_column="vdladoptionplan_id"
    )

    class Meta:
        db_table = "vinsdelux_vdlplot_adoption_plans"
        unique_together = [("plot", "plan")]
