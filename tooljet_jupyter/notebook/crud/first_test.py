"""The first test of an app: a file that passes as it is, made to be read and gone on with."""

import json
from pathlib import Path
from string import Template
from typing import Any

from ...exchange.app_file import FORMAT
from ..resolver import slug
from .rights import Rights
from .shape import Field, Shape
from .words import singular, titled

WIDTH = 112

HEAD = Template('''"""First tests of the app $title, written with the app: change them as it grows.

They need no server and no database: what the queries answer is said here.
"""

from pathlib import Path

import pytest

import tooljet_jupyter as tj

APP = Path(__file__).with_name($file)
ROWS = $rows


@pytest.fixture
def app():
    """The app with two rows."""
    with tj.load(APP, queries="stubbed") as app:
        app.stub("rows", ROWS)
        app.stub("total", [{"count": len(ROWS)}])
$stubs        yield app


def test_the_list_shows_its_rows(app):
    assert len(app.components.table.currentData) == 2
$shown

def test_a_search_narrows_the_list(app):
    app.stub("rows", lambda values: ROWS[:1] if "sample" in str(list(values.values())) else ROWS)
    app.gesture("table", "search", text="sample")
    assert app.components.table.currentData == ROWS[:1]
''')
NEW = Template("""

def test_a_new_row_needs_its_fields(app):
    app.click("newRow").click("addButton")
    assert "This field cannot be empty" in app.sees()
    assert [run for run in app.runs if run.name == "insertRow"] == []
""")
FREE = Template("""

def test_a_row_is_added(app):
    app.stub("insertRow", ROWS[:1])
    app.click("newRow").click("addButton")
    assert [alert.message for alert in app.alerts] == [$added]
""")
CHANGE = Template("""

def test_a_change_is_saved(app):
    app.stub("updateRow", ROWS[:1])
    app.click("table", row=0)$change.click("saveButton")
    assert [alert.message for alert in app.alerts] == [$saved]


def test_what_somebody_else_changed_is_shown_first(app):
    app.click("table", row=0)$change
    # No row is as it was when it was opened: somebody else was faster.
    app.stub("updateRow", []).stub("readRow", [{**ROWS[0], $theirs, ":version": "2"}])
    app.click("saveButton")
    assert app.components.conflictModal.show
    assert [row["field"] for row in app.components.conflictTable.currentData] == [$label]
""")


def write(title: str, found: Shape, may: Rights, definition: dict[str, Any], folder: Path) -> Path:
    """Write the app and its test into a folder; a test that is there stays as somebody may have changed it."""
    folder.mkdir(parents=True, exist_ok=True)
    name = slug(title) or "app"
    exported = {"tooljetJupyter": FORMAT, "name": title, "slug": name, "definition": definition}
    (folder / f"{name}.json").write_text(json.dumps(exported, indent=2, ensure_ascii=False) + "\n", "utf-8")
    path = folder / f"test_{name.replace('-', '_')}.py"
    if not path.exists():
        path.write_text(text(title, found, may, f"{name}.json"), "utf-8")
    return path


def text(title: str, found: Shape, may: Rights, file: str) -> str:
    """Return the test."""
    rows = [sample(found, number) for number in (1, 2)]
    stubs = ['app.stub("readRow", ROWS[:1])\n'] if may.open else []
    stubs += [f'app.stub("choices{field.name}", [])\n' for field in found.fields if field.reference and may.chooses]
    named = next((field for field in found.fields if field.kind in ("text", "long") and not field.reference), None)
    shown = f"    assert {literal(rows[0][named.shown])} in app.sees()\n" if named else ""
    head = HEAD.substitute(
        title=title.replace('"""', "'''").replace("\\", "/"),
        file=literal(file),
        rows="[\n" + "".join(map(line, rows)) + "]",
        stubs="".join(f"        {stub}" for stub in stubs),
        shown=shown,
    )
    noun = titled(singular(found.title))
    parts = [head]
    if may.add:
        needed = any(field.needed and field.kind != "boolean" for field in found.fields)
        parts.append((NEW if needed else FREE).substitute(added=literal(f"{noun} added")))
    changed = next((field for field in found.fields if changeable(field)), None)
    if may.change and changed:
        parts.append(change(changed, rows[0], noun))
    return "".join(parts)


def changeable(field: Field) -> bool:
    """Say whether a test can change a field without knowing more about the table."""
    return field.edited and field.kind in ("text", "long", "number", "digits", "boolean", "date")


def change(field: Field, row: dict[str, Any], noun: str) -> str:
    """Return the tests of a change."""
    mine, theirs = example(field, 3), example(field, 4)
    if field.kind == "boolean":
        mine = theirs = not row[field.column]
    return CHANGE.substitute(
        change=f'.set("edit{field.name}", {literal(mine)})',
        theirs=f"{literal(field.column)}: {literal(theirs)}",
        label=literal(field.label),
        saved=literal(f"{noun} saved"),
    )


def line(row: dict[str, Any]) -> str:
    """Return a row as Python, in one line where it fits."""
    pairs = [f"{literal(key)}: {literal(value)}" for key, value in row.items()]
    whole = f"    {{{', '.join(pairs)}}},\n"
    return whole if len(whole) < WIDTH else "    {\n" + "".join(f"        {pair},\n" for pair in pairs) + "    },\n"


def literal(value: Any) -> str:
    """Return a value as Python, its text in double quotes."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def sample(found: Shape, number: int) -> dict[str, Any]:
    """Return a made-up row."""
    fields = {field.column: field for field in [*found.keys, *found.fields]}
    row = {column: example(field, number) for column, field in fields.items()}
    labels = {field.shown: f"Sample {number}" for field in fields.values() if field.labelled}
    return {**row, **labels, ":version": "1"}


def example(field: Field, number: int) -> Any:
    """Return a made-up value that the column would take."""
    if field.kind == "choice":
        return field.choices[number % len(field.choices)]
    length = field.type.length or WIDTH
    plain: dict[str, Any] = {
        "number": number, "digits": number, "boolean": bool(number % 2), "date": f"2026-01-{number:02}",
        "moment": f"2026-01-{number:02}T10:00:00", "zoned": f"2026-01-{number:02}T10:00:00+00:00", "time": "10:00:00",
        "uuid": f"00000000-0000-0000-0000-{number:012}", "json": "{}", "binary": number,
    }  # fmt: skip
    return plain.get(field.plain, f"Sample {number}" if length >= 10 else str(number))
