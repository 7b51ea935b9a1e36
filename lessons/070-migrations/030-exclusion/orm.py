# before
overlapping = VdlPlotReservation.objects.filter(
    plot=plot, starts_on__lte=ends_on, ends_on__gte=starts_on
).exclude(status="expired")
if not overlapping.exists():
    VdlPlotReservation.objects.create(plot=plot, starts_on=starts_on, ends_on=ends_on, user=user)

# after
class DateRange(Func):
    function = "daterange"
    output_field = DateRangeField()


class VdlPlotReservation(models.Model):
    ...

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="no_overlap",
                expressions=[
                    ("plot", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on", Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=~Q(status="expired"),
            ),
        ]
