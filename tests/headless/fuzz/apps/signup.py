"""Signup: a form whose fields are checked, sent as one record, and a card with the name on it."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"
CARD = """
const card = {name: components.fullName.value};
return 'Card for ' + card.name;
"""


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "register",
        SOURCE,
        sql="INSERT INTO members (name, phone, newsletter) VALUES ({{components.fullName.value}}, "
        "{{components.phone.value}}, {{components.newsletter.value}})",
        notify=True,
        success_message="Welcome",
        on_success=["count"],
    )
    app.query("count", SOURCE, sql="SELECT count(*) AS members FROM members", run_on_load=True)
    app.query("card", code=CARD)
    app.page("Signup")
    app.add(tj.Text(name="members", text=tj.expr("`${queries.count.data?.[0]?.members ?? 0} members`")))
    app.add(
        tj.Form(
            name="signup",
            show_header=False,
            show_footer=False,
            on_submit="register",
            children=[
                tj.TextInput(name="fullName", label="Name", mandatory=True, max_length=60),
                tj.TextInput(
                    name="phone",
                    label="Phone",
                    regex=r"^\d{3}-\d{4}$",
                    max_length=8,
                    mandatory=True,
                    layout=tj.Layout(60, 1, 20, 40),
                ),
                tj.Checkbox(name="newsletter", label="Newsletter", layout=tj.Layout(120, 1, 20, 40)),
            ],
        ),
        height=260,
    )
    app.add(
        tj.Button(
            name="join",
            text="Join",
            loading=tj.expr("queries.register.isLoading"),
            on_click=tj.ControlComponent("signup", "submitForm"),
        ),
        tj.Button(
            name="showCard",
            text="Show my card",
            disabled=tj.expr("!components.fullName.value"),
            loading=tj.expr("queries.card.isLoading"),
            on_click="card",
        ),
        tj.Text(
            name="cardText", text=tj.expr("typeof queries.card.data === 'string' ? queries.card.data : 'No card yet'")
        ),
    )
