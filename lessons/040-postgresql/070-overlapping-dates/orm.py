# before
VdlPlotReservation.objects.filter(starts_on__lt=end, ends_on__gt=start).only(
    "id", "plot_id", "starts_on", "ends_on"
)

# after
class DateRangeFunc(Func):
    function = "daterange"
    output_field = DateRangeField()


class VdlPlotReservation(models.Model):
    ...

    class Meta:
        indexes = [
            GistIndex(DateRangeFunc("starts_on", "ends_on"), name="reservation_period"),
        ]


VdlPlotReservation.objects.alias(period=DateRangeFunc("starts_on", "ends_on")).filter(
    period__overlap=DateRange(start, end)
).only("id", "plot_id", "starts_on", "ends_on")
