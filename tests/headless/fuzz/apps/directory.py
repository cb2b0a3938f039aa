"""Directory: people in a table, and a page about one of them that no menu leads to or from."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "people",
        SOURCE,
        sql="SELECT id, name, manager FROM people WHERE name LIKE '%{{components.search?.value ?? ''}}%' ORDER BY name",
        run_on_load=True,
        run_on_change=True,
    )
    app.query("person", SOURCE, sql="SELECT id, name, office FROM people WHERE id = {{variables.person ?? null}}")
    app.page("People", hidden="{{Boolean(variables.person)}}")
    app.add(tj.TextInput(name="search", label="Search", show_clear_button=True))
    app.add(
        tj.Table(
            name="people",
            data=tj.expr("queries.people.data ?? []"),
            default_selected_row={},
            show_add_new_row_button=False,
        ),
        height=400,
    )
    app.add(
        tj.Text(
            name="boss",
            text=tj.expr(
                "components.people.selectedRow.manager ? "
                "'Reports to ' + components.people.selectedRow.manager.toUpperCase() : 'Reports to nobody'"
            ),
        ),
        tj.Button(
            name="more",
            text="More",
            disabled=tj.expr("!components.people.selectedRow.id"),
            on_click=[
                tj.SetVariable("person", tj.expr("components.people.selectedRow.id")),
                tj.RunQuery("person"),
                tj.SwitchPage("Person"),
            ],
        ),
    )
    person = app.page("Person", hidden="{{!variables.person}}")
    person.add(
        tj.Text(name="who", text=tj.expr("queries.person.data?.[0]?.name ?? 'Nobody of that number'")),
        tj.Text(name="where", text=tj.expr("queries.person.data?.[0]?.office ?? 'No office'")),
    )
    person.add(tj.Button(name="back", text="Back", on_click=[tj.UnsetVariable("person"), tj.SwitchPage("People")]))
