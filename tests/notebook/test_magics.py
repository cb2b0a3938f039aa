"""`%%tj` and `%tj` in a shell of IPython: what is run, bound, kept, shown and said."""

import atexit
import re

import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import tooljet_jupyter as tj
from tests.house.checkout import ROOT
from tooljet_jupyter.errors import BadTemplate, Conflict, Invalid, NotFound, QueryFailed
from tooljet_jupyter.notebook.data.results import Result

OPEN = "SELECT id, status FROM orders WHERE status = {{status}} ORDER BY id LIMIT 3"


@pytest.fixture
def shell(invited):
    """A shell of IPython without history, with the magics."""
    made = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    made.run_line_magic("load_ext", "tooljet_jupyter")
    yield made
    made.atexit_operations()
    atexit.unregister(made.atexit_operations)


@pytest.fixture
def cell(shell, workspace):
    """Run a cell with `%%tj` and return what it shows; queries that it saves are gone afterwards."""
    before = {query.name for query in workspace.queries}

    def run(head, sql, **variables):
        shell.user_ns.update(variables)
        return shell.run_cell_magic("tj", head, sql)

    yield run
    for query in workspace.queries:
        if query.name not in before:
            workspace.client.delete(f"queries/{query.id}")


def test_a_cell_is_run_with_the_variables_of_the_notebook(cell):
    found = cell("--source shop", OPEN, status="open")
    assert isinstance(found, Result)
    assert {row["status"] for row in found.rows()} == {"open"}


def test_a_variable_is_bound_and_never_pasted(cell):
    assert len(cell("--source shop", OPEN, status="open' OR '1'='1")) == 0


def test_a_list_binds_as_a_list(cell):
    found = cell("-s shop", "SELECT id FROM orders WHERE id IN {{ids}} ORDER BY id", ids={3, 1})
    assert [row["id"] for row in found] == [1, 3]


def test_a_name_saves_the_query_with_its_parameters(cell, workspace, capsys):
    cell("waiting --source shop", OPEN, status="open")
    assert capsys.readouterr().out.splitlines()[0] == "Saved the query waiting on shop, with the parameter status"
    saved = workspace.query("waiting")
    assert (saved.options, saved.parameters) == ({"mode": "sql", "query": OPEN}, ["status"])
    assert {row["status"] for row in saved.run(status="paid").rows()} == {"paid"}


def test_running_again_updates_the_query_and_says_so(cell, workspace, capsys):
    for sql in ("SELECT 1 AS a", "SELECT 1 AS a", "SELECT {{n}} AS a"):
        cell("counted --source shop", sql, n=2)
    said = [line for line in capsys.readouterr().out.splitlines() if "counted" in line]
    assert said == [
        "Saved the query counted on shop",
        "The query counted is saved as it is here",
        "Updated the query counted, with the parameter n",
    ]
    assert workspace.query("counted").options["query"] == "SELECT {{n}} AS a"


def test_what_was_set_elsewhere_stays_when_the_sql_is_updated(cell, workspace):
    cell("timed --source shop", "SELECT 1")
    options = workspace.query("timed").options | {"query_timeout": 500}
    workspace.client.patch("queries/timed", {"options": options})
    cell("timed --source shop", "SELECT 2")
    assert workspace.query("timed").options == {"mode": "sql", "query": "SELECT 2", "query_timeout": 500}


def test_a_saved_query_knows_its_source(cell, workspace, demo_server):
    (demo_server.room / "second.sqlite").touch()
    workspace.add_source("second", "sqlite", path=str(demo_server.room / "second.sqlite"))
    cell("here --source shop", "SELECT count(*) AS n FROM orders")
    cell("--source second", "SELECT 1")
    assert cell("here", "SELECT count(*) AS n FROM customers").rows()[0]["n"] > 0
    workspace.client.delete("sources/second")


def test_nothing_is_saved_when_that_is_asked_or_the_query_fails(cell, workspace):
    cell("once --source shop --no-save", "SELECT 1")
    with pytest.raises(QueryFailed, match="no such table"):
        cell("broken --source shop", "SELECT * FROM nowhere")
    assert {"once", "broken"}.isdisjoint(query.name for query in workspace.queries)


def test_the_result_goes_into_a_variable(cell, shell):
    cell("--source shop --to rows", "SELECT 1 AS a")
    assert shell.user_ns["rows"].rows() == [{"a": 1}]


def test_a_name_that_something_else_has_is_not_taken(cell, workspace):
    workspace.client.post("queries", {"name": "script", "kind": "runpy", "options": {"code": "1 + 1"}})
    with pytest.raises(Conflict, match="There is a query script already, and it is of the kind runpy.*--replace"):
        cell("script --source shop", "INSERT INTO products VALUES (9, 'never', 'x', 1, 1)")
    cell("script --source shop --replace", "SELECT count(*) AS n FROM products WHERE name = 'never'")
    assert workspace.query("script").run().rows() == [{"n": 0}]


def test_a_statement_says_how_many_rows_it_changed(cell, capsys):
    assert cell("--source shop", "UPDATE orders SET note = 'x' WHERE id IN (1, 2)") is None
    assert capsys.readouterr().out == "2 rows changed\n"


def test_a_terminal_shows_the_rows_as_text(cell, capsys):
    cell("--source shop", "SELECT id, status FROM orders WHERE id = 1")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["id  status", "──  " + "─" * len(lines[2].split()[1])]


@pytest.mark.parametrize(
    "sql, error, said",
    [
        ("-- nothing\n/* at all */ ;", Invalid, "nothing but comments"),
        ("SELECT {{ 1", BadTemplate, "is not closed"),
        ("SELECT {{missing}}", Invalid, "There is no variable missing"),
        ("SELECT {{print_it}}", Invalid, "is a function, which cannot be bound"),
    ],
)
def test_a_cell_that_cannot_be_run_says_why(cell, sql, error, said):
    with pytest.raises(error, match=said):
        cell("--source shop", sql, print_it=print)


def test_dashes_inside_a_text_are_no_comment(cell):
    assert cell("--source shop", "SELECT '-- a' AS a").rows() == [{"a": "-- a"}]


@pytest.mark.parametrize("head", ["--bogus", "a b", "--to 1x", "--source"])
def test_options_that_are_none_are_refused_as_ipython_does(cell, head):
    with pytest.raises(UsageError):
        cell(head, "SELECT 1")


def test_a_source_that_is_not_there_is_named_with_one_that_is_near(cell):
    with pytest.raises(NotFound, match="no data source shopp; did you mean shop"):
        cell("--source shopp", "SELECT 1")


def test_the_error_in_a_cell_is_the_sentence_and_no_stack(shell):
    shown = shell.run_cell("%%tj --source shop\nSELECT {{missing}}").error_in_exec._render_traceback_()
    assert shown == ["\x1b[31mInvalid\x1b[0m: There is no variable missing in this notebook"]


def test_the_workspace_is_listed(shell, cell):
    cell("listed --source shop", OPEN, status="open")
    assert re.search(r"^shop +sqlite$", repr(shell.run_line_magic("tj", "sources")), re.M)
    assert ["listed", "shop", "status"] in shell.run_line_magic("tj", "queries").rows
    apps = shell.run_line_magic("tj", "apps")
    assert "orders" in repr(apps)
    assert 'tooljet/apps/orders" target="_blank"' in apps._repr_html_()
    assert "orders       id, customer_id, status, ordered_at, total, note" in repr(
        shell.run_line_magic("tj", "tables shop")
    )


def test_an_app_is_opened_by_its_address_in_a_terminal(shell, workspace):
    assert shell.run_line_magic("tj", "open orders") == f"{workspace.client.url}tooljet/apps/orders"
    with pytest.raises(NotFound, match="There is no app ordrs; did you mean orders"):
        shell.run_line_magic("tj", "open ordrs")


def test_an_app_that_is_not_released_is_opened_as_its_draft(shell, workspace):
    tj.App("Only a draft", workspace=workspace).save()
    assert "/tooljet/apps/only-a-draft?version=" in shell.run_line_magic("tj", "open only-a-draft")


@pytest.mark.parametrize("line", ["", "nonsense", "open", "use nothing"])
def test_a_line_that_means_nothing_says_what_would(shell, line):
    with pytest.raises(UsageError, match="sources, tables|needs the name of an app|ws = tj.connect"):
        shell.run_line_magic("tj", line)


def test_help_is_where_ipython_has_it(shell, capsys):
    shell.run_line_magic("tj", "help")
    assert "%tj open APP" in capsys.readouterr().out
    about = shell.find_cell_magic("tj").__doc__
    assert "--source" in about
    assert "%%tj orders --source warehouse" in about


def test_another_server_is_asked_once_it_is_named(shell, workspace, monkeypatch):
    monkeypatch.delenv("TOOLJET_URL")
    shell.user_ns["ws"] = workspace
    assert shell.run_line_magic("tj", "use ws") is workspace
    assert len(shell.run_line_magic("tj", "sources")) > 0


def test_loading_twice_leaves_one_of_everything(shell):
    shell.run_line_magic("reload_ext", "tooljet_jupyter")
    tj.__dict__["load_ipython_extension"](shell)
    matchers = [one for one in shell.Completer.custom_matchers if one.matcher_identifier == "tooljet"]
    assert len(matchers) == 1


def test_every_cell_of_the_page_about_magics_runs(shell):
    page = (ROOT / "tooljet_jupyter/docs/magics.md").read_text()
    cells = re.findall(r"^```ipython\n(.*?)^```", page, re.M | re.S)
    assert len(cells) > 5
    for cell in cells:
        assert shell.run_cell(cell).success, cell
