"""What an app does with the answer of a query: the shape it must have, the columns that are read of its rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...errors import BadTemplate
from ...templates.bindings import expressions
from .columns import Column, Kind, named

Json = dict[str, Any]

# How a text function or a number function gives a column away.
BY_CALL: tuple[tuple[str, Kind], ...] = (
    (r"toFixed|toPrecision", "number"),
    (r"slice|toUpperCase|toLowerCase|split|trim|substring|startsWith|endsWith|replace|padStart", "text"),
)
LIST_STEPS = re.compile(
    r"map|filter|find|forEach|reduce|slice|length|some|every|sort|join|concat|flatMap|findIndex|at|indexOf|includes"
)
# What components read of the rows they are given.
BY_COMPONENT: dict[str, dict[str, tuple[str, ...]]] = {
    "Chart": {"data": ("x", "y", "label", "value")},
    "DropdownV2": {"schema": ("label", "value")},
    "MultiselectV2": {"schema": ("label", "value")},
}
BY_CELL: dict[str, Kind] = {"number": "number", "datepicker": "date", "boolean": "boolean"}
ANSWER = r"queries\??\.(?:{name})\??\.(?:data|rawData)\b"


@dataclass
class Use:
    """How the answer of one query is used; without a single use it may be anything."""

    rows: bool = False
    # What is read of an answer that is an object.
    fields: set[str] = field(default_factory=set)
    columns: dict[str, Column] = field(default_factory=dict)


def uses(definition: Json) -> dict[str, Use]:
    """Return how the answer of each query is used."""
    spoken = list(texts(definition))
    return {query["name"]: use_of(query, spoken) for query in definition["queries"]}


def texts(definition: Json) -> Iterator[tuple[str, Json | None, str]]:
    """Yield every piece of code of an app, with the component and the property it belongs to."""
    for page in definition["pages"]:
        yield from ((code, None, "") for code in codes(page.get("events", [])))
        for component in page["components"]:
            yield from ((code, None, "") for code in codes(component.get("events", [])))
            for key, value in component["props"].items():
                yield from ((code, component, key) for code in codes(value))
    for query in definition["queries"]:
        options = query["options"]
        yield from ((code, None, "") for code in codes([options, query.get("events", [])]))
        yield from ((options[key], None, "") for key in ("code", "transformation") if options.get(key))


def codes(value: Any) -> list[str]:
    """Return the expressions of a value; one that does not close is the business of the app's log."""
    try:
        return expressions(value)
    except BadTemplate:
        return []


def use_of(query: Json, spoken: list[tuple[str, Json | None, str]]) -> Use:
    """Return how the answer of one query is used."""
    use = Use()
    name = re.compile(ANSWER.format(name="|".join(map(re.escape, (query["name"], query["id"])))))
    mine = [one for one in spoken if name.search(one[0])]
    for code, component, key in mine:
        read_code(code, name, use)
        if component:
            read_component(component, key, use)
    lists = {component["id"] for _, component, _ in mine if component and component["type"] == "Listview"}
    tables = {component["name"] for _, component, _ in mine if component and component["type"] == "Table"}
    transformation = query["options"].get("transformation")
    if transformation:
        read_code(transformation, re.compile(r"\bdata\b"), use)
    for code, component, _ in spoken:
        if component and lists and (component.get("parent") or "").startswith(tuple(lists)):
            add_columns(use, code, r"listItem")
        if tables:
            add_columns(
                use, code, rf"components\??\.(?:{'|'.join(map(re.escape, tables))})\??\.(?:selectedRow|hoveredRow)"
            )
            add_columns(use, code, r"rowData")
    return use


def read_code(code: str, name: re.Pattern[str], use: Use) -> None:
    """Add what one piece of code reads of the answer."""
    for match in name.finditer(code):
        rest = code[match.end() :]
        step = re.match(r"\s*(?:\?\.|\.)\s*([A-Za-z_$][\w$]*)", rest)
        if re.match(r"\s*(?:\?\.)?\s*\[\s*\d", rest) or (step and LIST_STEPS.fullmatch(step[1])):
            use.rows = True
        elif step:
            use.fields.add(step[1])
    if name.pattern != r"\bdata\b" or use.rows:
        add_columns(use, code, rf"(?:{name.pattern})(?:\s*\?\?\s*\[\]\s*\))?(?:\?\.)?\[[^\]]*\]")
        for parameter in set(re.findall(r"(\w+)\s*(?:,\s*\w+\s*)?\)?\s*=>", code)):
            add_columns(use, code, rf"(?<![\w.]){re.escape(parameter)}")


def add_columns(use: Use, code: str, row: str) -> None:
    """Add the columns that a piece of code reads of a row, and what is done with them."""
    for match in re.finditer(rf"(?:{row})\??\.([A-Za-z_$][\w$]*)(?!\s*\()(?:\??\.(\w+)\s*\()?", code):
        name, call = match[1], match[2]
        kind = next((kind for names, kind in BY_CALL if call and re.fullmatch(names, call)), None)
        if not LIST_STEPS.fullmatch(name) and (kind or name not in use.columns):
            use.columns[name] = named(name, kind)


def read_component(component: Json, key: str, use: Use) -> None:
    """Add what a component reads of the rows it is given as a property."""
    kind = component["type"]
    wanted = BY_COMPONENT.get(kind, {}).get(key, ())
    if wanted or (kind in ("Table", "Listview") and key == "data"):
        use.rows = True
    for name in wanted:
        # The value of an option tells it apart from the others.
        use.columns.setdefault(name, named(name, "key" if name == "value" and kind != "Chart" else None))
    for column in component["props"].get("columns", []) if kind == "Table" and key == "data" else []:
        if isinstance(column, dict) and column.get("key"):
            use.columns[column["key"]] = named(column["key"], BY_CELL.get(column.get("columnType", "")))
