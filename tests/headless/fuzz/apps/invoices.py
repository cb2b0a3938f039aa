"""Invoices: what is paid and what is not, the chosen invoice in words, and a way to delete it."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "invoices",
        SOURCE,
        sql="SELECT id, customer, amount, due FROM invoices ORDER BY id",
        run_on_load=True,
    )
    app.query(
        "totals",
        SOURCE,
        sql="SELECT count(*) AS invoices, count(paid_at) AS paid FROM invoices",
        run_on_load=True,
    )
    app.query(
        "deleteInvoice",
        SOURCE,
        sql="DELETE FROM invoices WHERE id = {{components.invoices.selectedRow.id}}",
        confirm=True,
        confirmation="Delete this invoice?",
        on_success=["invoices", "totals"],
    )
    app.page("Invoices")
    app.add(
        tj.Text(
            name="share",
            text=tj.expr(
                "queries.totals.data?.[0]?.invoices > 0 ? "
                "Math.round(100 * queries.totals.data[0].paid / queries.totals.data[0].invoices) + ' % are paid' : "
                "'No invoices yet'"
            ),
        ),
    )
    app.add(
        tj.Table(
            name="invoices",
            data=tj.expr("queries.invoices.data ?? []"),
            default_selected_row={},
            show_add_new_row_button=False,
            columns=[
                tj.Column(name="Number", key="id", type="number"),
                tj.Column(name="Customer", key="customer"),
                tj.Column(name="Amount", key="amount", type="number"),
                tj.Column(name="Due", key="due", type="datepicker", date_format="YYYY-MM-DD"),
            ],
        ),
        height=400,
    )
    app.add(
        tj.Text(
            name="amount",
            text=tj.expr(
                "components.invoices.selectedRow.id ? "
                "'€ ' + Number(components.invoices.selectedRow.amount ?? 0).toFixed(2) : 'Choose an invoice'"
            ),
        ),
        tj.Text(
            name="due",
            text=tj.expr(
                "components.invoices.selectedRow.due ? "
                "moment(components.invoices.selectedRow.due).format('D MMM YYYY') : 'No date'"
            ),
        ),
        tj.Button(
            name="remove",
            text="Delete",
            disabled=tj.expr("!components.invoices.selectedRow.id"),
            loading=tj.expr("queries.deleteInvoice.isLoading"),
            on_click="deleteInvoice",
        ),
    )
