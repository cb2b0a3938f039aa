"""Deeds as lines of a test, in the words of an app that `tooljet_jupyter.load` returns."""

from collections.abc import Callable
from typing import Any

from .deeds import Deed
from .literal import literal
from .rules import Json

Phrase = Callable[[str, Json, Any], str]


def line(deed: Deed, app: Any) -> str:
    """Return the line that does a deed again; `app` is where it will be said next."""
    return PHRASES[deed.verb](deed.target, deed.detail, app)


def call(verb: str, target: str, *given: Any, **named: Any) -> str:
    """Return a call of the app."""
    words = [*map(literal, [target, *given]), *(f"{name}={literal(value)}" for name, value in named.items())]
    return f"app.{verb}({', '.join(words)})"


def gesture(kind: str, **keys: str) -> Phrase:
    """Return the phrase of a gesture: its details, by the names under which the deed has them."""
    return lambda target, detail, app: call("gesture", target, kind, **{to: detail[name] for to, name in keys.items()})


def put(target: str, detail: Json, app: Any) -> str:
    """Return that a value was put into a field, or into one that a form made."""
    field = {"field": detail["field"]} if "field" in detail else {}
    return call("set", target, detail["value"], **field)


def click(target: str, detail: Json, app: Any) -> str:
    """Return a click: on a component, a row, a button in a row, a tab."""
    named = {key: value for key, value in detail.items() if value is not None}
    if "row" in named:
        named["row"] = position(named["row"], shown(app, target))
    if "record" in named:
        named["row"] = named.pop("record")
    return call("click", target, **named)


def edit(target: str, detail: Json, app: Any) -> str:
    """Return that a value was put into a cell of a table."""
    row = position(detail["row"], shown(app, target), besides=detail["column"])
    return call("gesture", target, "edit", row=row, column=detail["column"], value=detail["value"])


def sort(target: str, detail: Json, app: Any) -> str:
    """Return a click on the head of a column; one that ends the order is a click on the column it had."""
    order = detail["by"] or app.components[target].sortApplied or [{}]
    return call("gesture", target, "sort", column=order[0].get("column"))


def select(target: str, detail: Json, app: Any) -> str:
    """Return that a row was marked: the one that is new among the marked ones, or is none any more."""
    if "selectedRowId" in detail:
        before, now = [app.components[target].selectedRowId], [detail["selectedRowId"]]
    else:
        before, now = app.components[target].selectedRowsId or [], detail["selectedRowsId"] or []
    if len(set(before) ^ set(now)) > 2:
        return call("gesture", target, "selectAll")
    row = next((one for one in [*now, *before] if one is not None and (one in now) != (one in before)), 0)
    return call("gesture", target, "select", row=int(row))


def shown(app: Any, table: str) -> list[Any]:
    """Return the rows of the page that a table shows."""
    return list(app.components[table].currentPageData or [])


def position(row: Any, rows: list[Any], *, besides: str = "") -> int:
    """Return at which place of the page a row stands, whatever is in the column that was edited."""
    for place, other in enumerate(rows):
        if lean(row, besides) == lean(other, besides):
            return place
    return 0


def lean(row: Any, besides: str) -> Any:
    """Return a row without a column."""
    return {key: value for key, value in row.items() if key != besides} if isinstance(row, dict) else row


PHRASES: dict[str, Phrase] = {
    "set": put,
    "click": click,
    "edit": edit,
    "sort": sort,
    "select": select,
    "goto": lambda target, detail, app: call("goto", target),
    "fire": lambda target, detail, app: call("fire", target, detail["event"], detail["detail"]),
    "save": gesture("save"),
    "discard": gesture("discard"),
    "close": gesture("close"),
    "page": gesture("page", to="pageIndex"),
    "pageSize": gesture("pageSize", size="pageSize"),
    "search": gesture("search", text="text"),
    "filter": gesture("filter", filters="filters"),
    "add": gesture("add", rows="rows"),
    "download": gesture("download"),
}
