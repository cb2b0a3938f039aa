"""Apps out and in from the command line, as a file and as a folder."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture(scope="module")
def orders(running, tmp_path_factory) -> str:
    """The Orders app of the demo in a file."""
    path = tmp_path_factory.mktemp("exports") / "orders.json"
    where = ["--url", running.url, "--token", "-"]
    Command(where)("app", "export", "orders", "-o", str(path), typed="browser-tests\n")
    return str(path)


def test_an_app_leaves_a_server_and_enters_a_database(orders, embedded):
    made = embedded.json("app", "import", orders, "--slug", "copy")
    assert made["app"]["slug"] == "copy"
    assert made["missingSources"] == ["shop"]
    assert [app["slug"] for app in embedded.json("app", "list")] == ["copy"]
    assert "Add these data sources" in embedded("app", "import", orders).stdout


def test_a_folder_holds_the_same_app_as_a_file(remote, orders, tmp_path):
    remote("app", "export", "orders", "--folder", str(tmp_path / "orders"))
    assert (tmp_path / "orders/pages/orders/components/ordersTable.json").is_file()
    assert "ORDER BY o.id DESC" in (tmp_path / "orders/queries/orders.query.sql").read_text()
    there = remote.json("app", "import", str(tmp_path / "orders"), "--slug", "from-folder")
    copy = remote.json("app", "export", "from-folder")
    assert copy["definition"] == json.loads(Path(orders).read_text())["definition"]
    assert there["missingSources"] == []


def test_an_export_without_a_file_goes_to_standard_output(remote):
    assert json.loads(remote("app", "export", "orders").stdout)["slug"] == "orders"


def test_an_export_does_not_overwrite_a_folder_of_other_things(remote, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    assert "not empty" in remote("app", "export", "orders", "--folder", str(tmp_path), fails=1).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_newest_draft_is_released_unless_a_version_is_named(embedded, definition):
    exported = {"tooljetJupyter": 1, "name": "Board", "slug": "board", "definition": definition()}
    embedded("app", "import", "-", typed=json.dumps(exported))
    assert embedded.json("app", "release", "board")["releasedVersion"] == "v1"
    assert "no draft" in embedded("app", "release", "board", fails=1).stderr
    assert embedded.json("app", "release", "board", "v1")["releasedVersion"] == "v1"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"name": "x"}', "\udcff"])
def test_a_file_that_is_no_app_is_refused_in_one_line(embedded, tmp_path, text):
    (tmp_path / "app.json").write_bytes(text.encode(errors="surrogateescape"))
    said = embedded("app", "import", str(tmp_path / "app.json"), fails=1).stderr
    assert "no exported app" in said
    assert said.count("\n") == 1


def test_a_file_that_is_not_there_is_named(embedded):
    assert "nothing.json" in embedded("app", "import", "nothing.json", fails=1).stderr
