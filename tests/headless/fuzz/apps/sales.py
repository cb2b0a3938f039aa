"""Sales: numbers by day as a chart, a forecast that follows a slider of months."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "sales",
        SOURCE,
        sql="SELECT day, total FROM sales ORDER BY day",
        run_on_load=True,
        on_success=tj.SetVariable("readAt", tj.expr("moment().format('HH:mm')")),
    )
    app.query(
        "forecast",
        SOURCE,
        sql="SELECT month, total FROM forecast({{components.months.value ?? 3}}, {{variables.round ?? 0}})",
        run_on_load=True,
        run_on_change=True,
        on_success=tj.SetVariable("forecastRows", tj.expr("queries.forecast.data?.length ?? 0")),
    )
    app.page("Sales")
    app.add(
        tj.Statistics(
            name="sold",
            primary_label="Days with sales",
            primary_value=tj.expr("(queries.sales.data ?? []).length"),
            hide_secondary=True,
        ),
        tj.Text(name="readAt", text=tj.expr("`Read at ${variables.readAt ?? 'no time'}`")),
        tj.Button(name="reload", text="Read again", loading=tj.expr("queries.sales.isLoading"), on_click=["sales"]),
        height=110,
    )
    app.add(
        tj.Chart(
            name="byDay",
            title="By day",
            type="bar",
            data=tj.expr(
                "(queries.sales.data ?? []).filter(one => one.day).map(one => ({x: one.day, y: one.total ?? 0}))"
            ),
        ),
        tj.Chart(
            name="ahead",
            title="Ahead",
            type="line",
            data=tj.expr("(queries.forecast.data ?? []).map(one => ({x: one.month, y: one.total ?? 0}))"),
        ),
        height=300,
    )
    app.add(tj.NumberInput(name="months", label="Months ahead", value=3, min_value=1, max_value=24))
