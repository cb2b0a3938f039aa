"""What an event of a component means as a deed: by type and event, from what the component was told before it."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
# Told values and the event's detail in; the verb and its detail out, or nothing where an earlier event said it.
Rule = Callable[[Json, Json], tuple[str, Json] | None]


def row(told: Json, detail: Json) -> tuple[str, Json]:
    """Return a click on a row."""
    return "click", {"row": detail.get("rowData")}


def row_button(told: Json, detail: Json) -> tuple[str, Json]:
    """Return a click on a button in a row."""
    return "click", {"row": detail.get("rowData"), "button": detail.get("ref")}


def cell(told: Json, detail: Json) -> tuple[str, Json]:
    """Return an edit of a cell: the one that is new among the changes, or that is none any more."""
    before, now = told.get("changesBefore", {}), told.get("changeSet", {})
    found = [
        column
        for one, other in ((now, before), (before, now))
        for number, cells in one.items()
        for column, value in cells.items()
        if other.get(number, {}).get(column) != value
    ]
    return "edit", {"row": detail.get("rowData"), "column": (found or [""])[0], "value": detail.get("cellValue")}


def plainly(verb: str, **keys: str) -> Rule:
    """Return a rule: a verb, and its details by the names under which the component was told them."""
    return lambda told, detail: (verb, {name: told.get(key) for name, key in keys.items()})


def nothing(told: Json, detail: Json) -> None:
    """Leave it: another event of the same deed says more."""


RULES: dict[tuple[str, str], Rule] = {
    ("Table", "onRowClicked"): row,
    ("Table", "onClick"): row_button,
    ("Table", "onCellValueChanged"): cell,
    ("Table", "onChange"): nothing,
    ("Table", "onBulkUpdate"): plainly("save"),
    ("Table", "onCancelChanges"): plainly("discard"),
    ("Table", "onPageChanged"): plainly("page", pageIndex="pageIndex"),
    ("Table", "onSearch"): plainly("search", text="searchText"),
    ("Table", "onSort"): plainly("sort", by="sortApplied"),
    ("Table", "onFilterChanged"): plainly("filter", filters="filters"),
    ("Table", "onNewRowsAdded"): plainly("add", rows="newRows"),
    ("Table", "onTableDataDownload"): plainly("download"),
    ("Tabs", "onTabSwitch"): plainly("click", tab="currentTab"),
    ("Listview", "onRecordClicked"): plainly("click", record="selectedRecordId"),
    ("Listview", "onRowClicked"): nothing,
    ("ModalV2", "onOpen"): plainly("click"),
    ("ModalV2", "onClose"): plainly("close"),
}

# Values that no event follows, by type and the names of all that were told together.
SETTINGS: dict[tuple[str, ...], tuple[str, str]] = {
    ("Listview", "pageIndex"): ("page", "pageIndex"),
    ("Table", "pageSize", "pageIndex"): ("pageSize", "pageSize"),
    ("Table", "selectedRowsId"): ("select", "selectedRowsId"),
    ("Table", "selectedRowId"): ("select", "selectedRowId"),
}
