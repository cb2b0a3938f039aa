"""Expenses: what waits for approval, in another currency on demand."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"
CONVERT = """
const answer = await queries.rates.run();
const rate = answer.data?.[0]?.rate;
if (!rate) return 'No rate today';
const total = (queries.expenses.data ?? []).reduce((sum, one) => sum + Number(one.amount ?? 0), 0);
return `$ ${(total * rate).toFixed(2)}`;
"""


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "expenses",
        SOURCE,
        sql="SELECT id, title, amount FROM expenses WHERE approved_at IS NULL ORDER BY id",
        run_on_load=True,
    )
    app.query("rates", SOURCE, sql="SELECT code, rate FROM rates WHERE code = 'USD'")
    app.query("convert", code=CONVERT)
    app.query(
        "approve",
        SOURCE,
        sql="UPDATE expenses SET approved_at = now() WHERE id = {{components.waiting.selectedRow.id}}",
        on_success=[tj.SetVariable("approving", False), tj.ShowAlert("Approved", kind="success"), "expenses"],
        on_failure=[
            tj.SetVariable("approving", False),
            tj.ShowAlert("It could not be approved", kind="error"),
        ],
    )
    app.page("Expenses")
    app.add(
        tj.Table(
            name="waiting",
            data=tj.expr("queries.expenses.data ?? []"),
            default_selected_row={},
            show_add_new_row_button=False,
        ),
        height=400,
    )
    app.add(
        tj.Button(
            name="approveOne",
            text="Approve",
            disabled=tj.expr("variables.approving || !components.waiting.selectedRow.id"),
            on_click=[tj.SetVariable("approving", True), tj.RunQuery("approve")],
        ),
        tj.Button(
            name="inDollars", text="In dollars", loading=tj.expr("queries.convert.isLoading"), on_click="convert"
        ),
        tj.Text(name="dollars", text=tj.expr("typeof queries.convert.data === 'string' ? queries.convert.data : '–'")),
    )
