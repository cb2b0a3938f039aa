"""Contacts: ten at a time, and a field to bring in more of them."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"
BRING_IN = """
let wanted = [];
try {
  wanted = JSON.parse(components.pasted.value);
} catch (error) {
  actions.showAlert('error', 'That is not JSON');
  return 0;
}
return Array.isArray(wanted) ? wanted.length : 1;
"""


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query("contacts", SOURCE, sql="SELECT id, name, city FROM contacts ORDER BY name", run_on_load=True)
    app.query("bringIn", code=BRING_IN)
    app.page("Contacts")
    app.add(
        tj.Text(name="head", text="Contacts"),
        tj.Text(
            name="range",
            text=tj.expr(
                "(queries.contacts.data ?? []).length === 0 ? 'Nobody yet' : "
                "'From ' + queries.contacts.data[((variables.page ?? 1) - 1) * 10].id"
            ),
        ),
    )
    app.add(
        tj.Listview(
            name="people",
            data=tj.expr(
                "(queries.contacts.data ?? []).slice(((variables.page ?? 1) - 1) * 10, (variables.page ?? 1) * 10)"
            ),
            children=[
                tj.Text(name="personName", text=tj.expr("listItem.name ?? 'Without a name'")),
                tj.Text(name="city", text=tj.expr("listItem.city ?? ''"), layout=tj.Layout(40, 1, 20, 30)),
            ],
        ),
        height=300,
    )
    app.add(
        tj.Button(
            name="previous",
            text="Back",
            disabled=tj.expr("(variables.page ?? 1) <= 1"),
            on_click=tj.SetVariable("page", tj.expr("(variables.page ?? 1) - 1")),
        ),
        tj.Button(
            name="next",
            text="Next",
            disabled=tj.expr("(variables.page ?? 1) * 10 >= (queries.contacts.data ?? []).length"),
            on_click=tj.SetVariable("page", tj.expr("(variables.page ?? 1) + 1")),
        ),
        tj.Button(name="refresh", text="Refresh", on_click=[tj.SetVariable("page", 1), tj.RunQuery("contacts")]),
    )
    app.add(
        tj.TextArea(name="pasted", label="Paste contacts as JSON"),
        tj.Button(
            name="bring",
            text="Bring in",
            disabled=tj.expr("!components.pasted.value"),
            loading=tj.expr("queries.bringIn.isLoading"),
            on_click="bringIn",
        ),
    )
