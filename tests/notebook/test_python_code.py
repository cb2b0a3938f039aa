"""An app as Python: the program makes the same app, whatever the app holds, and reads as if a person wrote it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

import tooljet_jupyter as tj
from tests.house.checkout import ROOT
from tests.notebook.random_apps import apps, grids
from tooljet_jupyter.cli.demo import load
from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.notebook.code.loading import composed
from tooljet_jupyter.notebook.code.program import program, to_python
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.sources import Source
from tooljet_jupyter.wire.definitions import Definition

SHOP = Source.described({"id": "s1", "name": "shop", "kind": "sqlite"})
RUFF = shutil.which("ruff", path=str(Path(sys.executable).parent))


def complete(definition):
    """Return a definition as a server stores it."""
    return msgspec.to_builtins(msgspec.convert(definition, Definition))


def exact(definition):
    """Return a definition as text that tells 0 from False."""
    return json.dumps(complete(definition), sort_keys=True)


def written(definition):
    """Return the program for a definition."""
    return program(composed(definition), name="Any", slug="any")


def made(text):
    """Return the definition of what a program makes."""
    names = {}
    exec(compile(text, "<app>", "exec"), names)
    return names["app"].composition.definition()


def composition(*rows, **given):
    """Return an app with these rows of components."""
    app = Composition()
    for row in rows:
        app.add(*row, **given)
    return app


def lines(app):
    """Return the program for an app without its first lines."""
    return written(app.definition()).partition("# Page")[2].splitlines()


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(definition=apps())
def test_a_program_makes_the_app_it_was_written_for(definition):
    stored = complete(definition)
    assert exact(composed(stored).definition()) == exact(stored)
    assert exact(made(written(stored))) == exact(stored)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(app=grids())
def test_places_that_rows_gave_are_written_as_rows(app):
    stored = app.definition()
    text = written(stored)
    assert exact(made(text)) == exact(stored)
    assert "tj.Layout" not in text


@pytest.mark.parametrize("name", ["orders", "status_board"])
def test_an_example_is_made_again(name):
    app = Composition()
    load(ROOT / "examples" / f"{name}.py").compose(app, SHOP)
    stored = app.definition()
    text = written(stored)
    assert exact(made(text)) == exact(stored)
    assert ".keep(" not in text


@pytest.mark.skipif(RUFF is None, reason="ruff is not installed: make lint")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(definition=apps())
def test_a_program_is_formatted_as_ruff_does(definition):
    text = written(complete(definition)).encode()
    order = [RUFF, "format", "--isolated", "--line-length", "120", "--stdin-filename", "app.py", "-"]
    assert subprocess.run(order, input=text, capture_output=True, check=True).stdout == text


def test_a_program_reads_as_if_a_person_wrote_it():
    app = Composition()
    app.query("orders", SHOP, sql="SELECT *\nFROM orders\nWHERE id = {{components.id.value}}\n", run_on_load=True)
    app.query("later", code="return 1", on_success=["orders", tj.ShowAlert("Done", kind="success")])
    page = app.page("All orders", icon="IconTable")
    page.on_load(tj.RunQuery("later"))
    app.add(tj.Text(text="Orders"), tj.Button(name="newOrder", text="New", on_click="orders"), widths=[36, 5])
    app.add(tj.Table(name="table", data=tj.expr("queries.orders.data"), columns=[tj.Column(name="Id", key="id")]))
    assert (
        written(app.definition())
        == '''\
import tooljet_jupyter as tj

sqlite_source = tj.Source.described({"id": "s1", "name": "s1", "kind": "sqlite"})

app = tj.App("Any")

# Queries
app.query(
    "orders",
    sqlite_source,
    sql="""\\
SELECT *
FROM orders
WHERE id = {{components.id.value}}
""",
    run_on_load=True,
)
app.query("later", code="return 1", on_success=[tj.RunQuery("orders"), tj.ShowAlert("Done", kind="success")])

# Page All orders
all_orders = app.page("All orders", icon="IconTable")
text1 = tj.Text(name="text1", text="Orders")
new_order = tj.Button(name="newOrder", text="New", on_click=tj.RunQuery("orders"))
app.add(text1, new_order, widths=[36, 5])
table = tj.Table(name="table", data=tj.expr("queries.orders.data"), columns=[tj.Column(name="Id", key="id")])
app.add(table)
all_orders.on_load(tj.RunQuery("later"))
'''
    )


def test_a_place_that_no_row_gives_is_said():
    app = composition([tj.Button(name="a", layout=tj.Layout(7, 3, 9, 50)), tj.Text(name="b")])
    assert 'a = tj.Button(name="a", layout=tj.Layout(7, 3, 9, 50))' in lines(app)


def test_variables_never_meet_a_word_of_python():
    app = composition([tj.Text(name=name) for name in ("class", "app", "list", "1st", "größe", "a b", "a-b", "A b")])
    names = [line.partition(" =")[0] for line in lines(app) if "tj.Text" in line]
    assert names == ["class_2", "app_2", "list_2", "part_1st", "grosse", "a_b", "a_b_2", "a_b_3"]


def test_a_value_too_deep_for_pythons_parser_is_still_written():
    value = []
    for _ in range(150):
        value = [value]
    app = composition([tj.Chart(name="chart", data=value)])
    assert made(written(app.definition())) == app.definition()


def test_ids_and_orders_that_nothing_else_says_are_kept():
    events = [
        {"id": "e1", "eventId": "onClick", "actionId": "logout"},
        {"id": "e2", "eventId": "onHover", "actionId": "logout"},
        {"id": "e3", "eventId": "onClick", "actionId": "logout"},
    ]
    button = {"id": "8f3a", "name": "save", "type": "Button", "events": events}
    stored = complete({"pages": [{"id": "p", "name": "P", "handle": "p", "components": [button]}], "homePage": "p"})
    text = written(stored)
    assert 'save.keep(id="8f3a", events=["e1", "e3", "e2"], order=[0, 2, 1], layouts={})' in text
    assert made(text) == stored


def test_a_function_of_the_notebook_is_refused_by_name(workspace):
    def approve():
        """Say yes."""

    app = tj.App("With a function", workspace=workspace)
    app.add(tj.Button(text="Yes", on_click=approve))
    with pytest.raises(Invalid, match="The app calls approve of this notebook"):
        to_python(app)


def test_sources_are_found_by_their_names(workspace, shop, invited):
    app = tj.App("By name", slug="elsewhere", workspace=workspace)
    app.query("one", shop, sql="SELECT 1")
    text = to_python(app)
    assert 'shop = tj.connect().source("shop")' in text
    assert 'app = tj.App("By name", slug="elsewhere")' in text
    assert made(text) == app.composition.definition()


def test_without_a_server_the_ids_of_sources_are_enough(workspace, shop):
    app = tj.App("Alone", workspace=workspace)
    app.query("one", Source.described({"id": shop.id, "name": "shop", "kind": shop.kind}), sql="SELECT 1")
    text = to_python(app)
    assert f'{{"id": "{shop.id}", "name": "shop", "kind": "sqlite"}}' in text
    assert made(text) == app.composition.definition()
