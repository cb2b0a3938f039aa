"""What every data source promises; `pytest --tooljet-plugin DIR` runs it on one folder."""

import re
import socket
import sys
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ..drivers.catalog import Catalog
from ..drivers.driver import Driver, Run
from ..drivers.fields import write
from ..drivers.manifest import Manifest
from ..drivers.result import Result
from ..drivers.sql import SqlDriver
from ..drivers.statement import Statement
from ..errors import Cancelled, QueryFailed, QueryTimeout, SourceUnreachable
from .combinations import combinations
from .fakes import FakeLibraries, libraries

SECRET = re.compile(
    r"(password|secret|token|passphrase|api_key|access_key|private_key|client_key|_cert|connection_string)$"
)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n"
NASTY = ["O'Brien", "'; DROP TABLE x; --", 'a "quoted" word', "100%", "%s", "?", "$1", "\\", "ü 漢 🙂"]
Ask = Callable[..., Result]


@pytest.fixture
def manifest(plugin_folder: Path) -> Manifest:
    """What the plugin says about itself."""
    return Manifest.load(plugin_folder)


@pytest.fixture
def catalog(plugin_folder: Path) -> Catalog:
    """A catalog in which the plugin is found."""
    return Catalog([plugin_folder.parent])


@pytest.fixture
def fake_libraries(plugin_folder: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything the plugin imports from elsewhere, as fakes; the driver is imported anew."""
    roots = libraries(plugin_folder)
    roots |= {re.split(r"[\[<>=~! ]", name)[0] for names in manifest.optional.values() for name in names}
    for name in [name for name in sys.modules if name.partition(".")[0] in roots]:
        monkeypatch.delitem(sys.modules, name)
    before = dict(sys.modules)
    forget_plugins()
    monkeypatch.setattr(sys, "meta_path", [FakeLibraries(roots), *sys.meta_path])
    yield
    forget_plugins()
    for name in set(sys.modules) - set(before):
        if name.partition(".")[0] in roots:
            del sys.modules[name]


@pytest.fixture
def listener() -> Iterator[int]:
    """A port of this machine on which somebody listens."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=1000)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def driver(catalog: Catalog, manifest: Manifest, live_options: dict[str, Any]) -> Iterator[Driver]:
    """The source, open on a real server."""
    with closing(catalog.open(manifest.kind, live_options)) as opened:
        yield opened


@pytest.fixture
def ask(driver: Driver, manifest: Manifest) -> Ask:
    """Runs SQL on the real server; a source without SQL has nothing to promise about it."""
    name = next((name for name, operation in manifest.operations.items() if operation.sql_fields), None)
    if name is None:
        pytest.skip("the source speaks no SQL")

    def run(sql: str, params: Any = None, **limits: Any) -> Result:
        options: dict[str, Any] = {}
        write(options, manifest.operation(name).sql_fields[0], Statement(sql, params))
        return driver.run(name, options, Run(id=str(uuid4()), **limits))

    return run


@pytest.fixture
def mark(driver: Driver) -> str:
    """How the driver writes a placeholder."""
    return driver.mark if isinstance(driver, SqlDriver) else "%s"


def forget_plugins() -> None:
    """Let the next catalog import its drivers anew."""
    for name in [name for name in sys.modules if name.startswith("tooljet_plugin_")]:
        del sys.modules[name]


def test_the_manifest_says_what_the_source_is(manifest: Manifest, plugin_folder: Path) -> None:
    assert manifest.kind == plugin_folder.name
    assert manifest.title
    assert manifest.doc.endswith(".")
    assert manifest.docs.startswith("https://")
    assert manifest.operations


def test_every_field_has_a_label(manifest: Manifest) -> None:
    groups = [manifest.connection, *(operation.fields for operation in manifest.operations.values())]
    assert [field.key for fields in groups for field in fields if not field.label.strip()] == []


def test_every_operation_has_a_title(manifest: Manifest) -> None:
    assert [name for name, operation in manifest.operations.items() if not operation.title.strip()] == []


def test_every_secret_is_marked_as_one(manifest: Manifest) -> None:
    unmarked = [field.key for field in manifest.connection if SECRET.search(field.key) and not field.secret]
    assert unmarked == []


def test_every_default_is_one_of_the_choices(manifest: Manifest) -> None:
    groups = [manifest.connection, *(operation.fields for operation in manifest.operations.values())]
    chosen = [field for fields in groups for field in fields if field.choices and field.default is not None]
    assert [field.key for field in chosen if field.default not in field.values] == []


def test_the_icon_is_a_drawing_without_scripts(plugin_folder: Path) -> None:
    root = ElementTree.fromstring((plugin_folder / "icon.svg").read_text("utf-8"))
    assert root.tag.endswith("svg")
    assert root.get("viewBox") == "0 0 24 24"
    assert [node.tag for node in root.iter() if node.tag.endswith(("script", "foreignObject", "image"))] == []


def test_secrets_survive_a_form_that_sends_the_mask_back(manifest: Manifest) -> None:
    stored = {field.key: f"the {field.key}" for field in manifest.secrets() if field.widget != "pairs"}
    masked = manifest.mask(stored)
    assert [key for key, value in stored.items() if value in masked.values()] == []
    assert manifest.unmask(masked, stored) == stored


@pytest.mark.usefixtures("fake_libraries")
def test_it_connects_with_every_toggle_and_every_choice(
    catalog: Catalog, manifest: Manifest, listener: int, tmp_path: Path
) -> None:
    for options in combinations(manifest, port=listener, folder=str(tmp_path)):
        with closing(catalog.open(manifest.kind, options)) as opened:
            if isinstance(opened, SqlDriver) and not manifest.static and not options.get("read_only"):
                assert opened.connection is not None


def test_a_real_source_answers(driver: Driver) -> None:
    driver.test()
    assert driver.healthy()


def test_a_wrong_password_is_refused_and_never_shown(
    catalog: Catalog, manifest: Manifest, live_options: dict[str, Any]
) -> None:
    if not any(field.key == "password" for field in manifest.secrets()) or not live_options.get("password"):
        pytest.skip("the source has no password")
    wrong = {**live_options, "password": "a-wrong-password"}
    with closing(catalog.open(manifest.kind, wrong)) as opened, pytest.raises(SourceUnreachable) as caught:
        opened.test()
    assert "a-wrong-password" not in f"{caught.value.message} {caught.value.detail}"


@pytest.mark.parametrize("value", NASTY)
def test_a_bound_value_comes_back_as_it_was(ask: Ask, mark: str, value: str) -> None:
    result = ask(f"SELECT CAST({mark} AS varchar(100)) AS given", [value])
    assert result.data == [{"given": value}]


def test_rows_come_with_their_columns(ask: Ask) -> None:
    result = ask("SELECT 1 AS one, 'two' AS two")
    assert result.data == [{"one": 1, "two": "two"}]
    assert [(column.name, column.type) for column in result.columns] == [("one", "number"), ("two", "string")]


def test_a_column_that_is_there_twice_gets_a_suffix(ask: Ask) -> None:
    assert ask("SELECT 1 AS a, 2 AS a").data == [{"a": 1, "a_1": 2}]


def test_bad_sql_is_the_fault_of_the_query(ask: Ask) -> None:
    with pytest.raises(QueryFailed):
        ask("SELEC 1")
    assert ask("SELECT 1 AS a").data == [{"a": 1}]


def test_more_rows_than_allowed_are_cut_and_said_to_be(ask: Ask) -> None:
    several = "SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3"
    cut, whole = ask(several, max_rows=2), ask(several, max_rows=3)
    assert (len(cut.data), cut.truncated, len(whole.data), whole.truncated) == (2, True, 3, False)


def test_more_bytes_than_allowed_are_cut_and_said_to_be(ask: Ask) -> None:
    result = ask("SELECT 'a long enough text' AS a UNION ALL SELECT 'another long text'", max_bytes=40)
    assert (len(result.data), result.truncated) == (1, True)


def test_a_query_that_takes_too_long_is_stopped(ask: Ask) -> None:
    with pytest.raises(QueryTimeout):
        ask(ENDLESS, deadline_seconds=0.2)


def test_a_query_is_cancelled_from_another_thread(ask: Ask, driver: Driver) -> None:
    caught: list[Exception] = []

    def work() -> None:
        try:
            ask(ENDLESS, deadline_seconds=60)
        except Exception as error:  # the test looks at whatever it was
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        driver.cancel()
        thread.join(0.05)
    assert [type(error) for error in caught] == [Cancelled]


def test_a_new_table_is_listed_with_its_columns(ask: Ask, driver: Driver) -> None:
    if not isinstance(driver, SqlDriver):
        pytest.skip("tables are made in another way")
    name = f"conformance_{uuid4().hex[:8]}"
    ask(f"CREATE TABLE {name} (id integer PRIMARY KEY, name varchar(20) NOT NULL)")
    try:
        table = next(table for table in driver.schema().tables if table.name == name)
        assert [(column.name, column.primary_key) for column in table.columns] == [
            ("id", True),
            ("name", False),
        ]
        assert {"value": name, "label": name} in driver.invoke("listTables", {"schema": table.schema})
        assert driver.invoke("listColumns", {"table": name, "schema": table.schema})[0]["value"] == "id"
    finally:
        ask(f"DROP TABLE {name}")
