"""The page: filters, the button that adds a row, and the list."""

from collections.abc import Sequence

from ...components.actions import RunQuery, SetTablePage
from ...components.base import Component, Layout
from ...components.generated import Button, DropdownV2, Option, Table, Text
from .. import layout, sizes
from . import columns
from .shape import Field
from .words import bound, fixed, spoken

LEFT, FIRST = 1.0, 20
FIELD, HEIGHT = 60, 40
QUICK, QUICK_WIDTH = 3, 8.0
LEAST_BUTTON, MOST_BUTTON = 6.0, 14.0


def head(found: dict[str, Field], noun: str, *, adds: bool) -> list[Component]:
    """Return what stands above the list: drop-downs that narrow it, and at the end the button that adds a row."""
    made: list[Component] = list(filters(found))
    if adds:
        button = Button(name="newRow", text=fixed(f"New {noun}"), icon="IconPlus", icon_visible=True)
        button.on("on_click", RunQuery("startNew"))
        width = min(max(sizes.button_columns(button), LEAST_BUTTON), MOST_BUTTON)
        top = FIRST + (FIELD - HEIGHT if made else 0)
        button.place(Layout(top, layout.COLUMNS - LEFT - width, width, HEIGHT))
        made.append(button)
    return made


def notice(said: str) -> Component:
    """Return a line that says why something cannot be done here."""
    return Text(name="notice", text=fixed(said), text_color="var(--tj-muted)")


def quick(fields: Sequence[Field]) -> dict[str, Field]:
    """Return the columns that are worth a drop-down above the list, by the name of its component."""
    few = [field for field in fields if field.kind == "choice" or field.kind == "boolean"]
    return {f"filter{field.name}": field for field in few[:QUICK]}


def filters(found: dict[str, Field]) -> list[Component]:
    """Return the drop-downs above the list."""
    return [
        DropdownV2(
            name=name,
            label=fixed(field.label),
            placeholder="All",
            sort="none",
            show_clear_button=True,
            options=offered(field),
            on_select=SetTablePage("table", page=1),
            layout=Layout(FIRST, LEFT + place * (QUICK_WIDTH + 0.4), QUICK_WIDTH, FIELD),
        )
        for place, (name, field) in enumerate(found.items())
    ]


def offered(field: Field) -> list[Option]:
    """Return the options of a drop-down above the list."""
    if field.kind == "boolean":
        return [Option(label="Yes", value="true"), Option(label="No", value="false")]
    return [Option(label=fixed(spoken(name)), value=fixed(name)) for name in field.choices]


def table(title: str, fields: Sequence[Field], size: int, *, opens: bool) -> Component:
    """Return the list."""
    return Table(
        name="table",
        title=fixed(title),
        data=bound("queries.rows.data ?? []"),
        loading=bound("queries.rows.isLoading && !queries.rows.data?.length"),
        columns=columns.columns(fields),
        autogenerate_columns={"value": False, "generateNestedColumns": False},
        server_side_pagination=True,
        server_side_sort=True,
        server_side_filter=True,
        server_side_search=True,
        total_records=bound(total(size)),
        server_side_rows_per_page=size,
        rows_per_page=size,
        enable_next_button=bound(f"queries.rows.data?.length === {size}"),
        show_download_button=False,
        content_wrap=False,
        allow_selection=False,
        on_sort=SetTablePage("table", page=1),
        on_row_clicked=RunQuery("openRow", row="{{rowData}}") if opens else None,
    )


def total(size: int) -> str:
    """Return how many rows there are; 0, which the table takes for unknown, where they could not be counted."""
    page = "components.table.pageIndex ?? 1"
    last = f"queries.rows.data?.length === {size} ? 0 : (({page}) - 1) * {size} + (queries.rows.data?.length ?? 0)"
    return f"queries.total.error ? ({last}) : Object.values(queries.total.data?.[0] ?? {{}})[0] ?? 0"
