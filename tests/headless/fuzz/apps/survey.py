"""Survey: three questions, one after the other, and the answers of others."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "answers", SOURCE, sql="SELECT id, rating, remark FROM answers ORDER BY id DESC LIMIT 20", run_on_load=True
    )
    app.query(
        "send",
        SOURCE,
        sql="INSERT INTO answers (rating, remark) VALUES ({{components.rating.value}}, {{components.remark.value}})",
        on_success=[
            tj.ShowAlert("Thank you", kind="success"),
            "answers",
            tj.SetVariable("step", 1),
        ],
    )
    ratings = [tj.Option(label=name, value=value) for value, name in enumerate(("Bad", "Fair", "Good"), 1)]
    app.page("Survey")
    app.add(
        tj.DropdownV2(name="rating", label="How was it?", options=ratings),
        tj.Text(
            name="chosen",
            text=tj.expr("'You chose: ' + (components.rating.selectedOption?.label ?? 'nothing yet')"),
        ),
    )
    app.add(
        tj.Container(
            name="second",
            visible=tj.expr("(variables.step ?? 1) === 2"),
            children=[
                tj.TextArea(name="remark", label="Anything else?"),
                tj.Button(
                    name="send",
                    text="Send",
                    loading=tj.expr("queries.send.isLoading"),
                    on_click=["send"],
                    layout=tj.Layout(120, 1, 10, 40),
                ),
                tj.Button(
                    name="before",
                    text="Back",
                    on_click=tj.SetVariable("step", 1),
                    layout=tj.Layout(120, 20, 10, 40),
                ),
            ],
        ),
        height=200,
    )
    app.add(
        tj.Button(
            name="go",
            text="Next",
            visible=tj.expr("(variables.step ?? 1) === 1"),
            disabled=tj.expr("!components.rating.value"),
            on_click=tj.SetVariable("step", 2),
        )
    )
    app.add(
        tj.Table(
            name="others",
            data=tj.expr("queries.answers.data ?? []"),
            loading=tj.expr("queries.answers.isLoading && !queries.answers.data?.length"),
            show_add_new_row_button=False,
        ),
        height=300,
    )
